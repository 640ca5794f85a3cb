package dev.belay.compiler;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.lang.model.SourceVersion;

/** Makes Java names of names in descriptions. */
final class JavaNames {
    /** Methods of every object that no component or operation may replace. */
    private static final Set<String> OBJECT_METHODS =
            Set.of(
                    "clone",
                    "finalize",
                    "getClass",
                    "hashCode",
                    "notify",
                    "notifyAll",
                    "toString",
                    "wait");

    private JavaNames() {}

    static boolean isPackage(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_25);
    }

    /** {@code check-vat} and {@code checkVat} become {@code CheckVat}. */
    static String type(String name) {
        StringBuilder made = new StringBuilder();
        for (String word : words(name)) {
            made.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return legal(made.toString(), "Type");
    }

    /** {@code ISOCode} becomes {@code isoCode}, {@code URL} becomes {@code url}. */
    static String member(String name) {
        List<String> words = words(name);
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i == 0) {
                made.append(decapitalized(word));
            } else {
                made.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return legal(made.toString(), "value");
    }

    /** As {@link #member}, for a record component. */
    static String component(String name) {
        String made = member(name);
        return OBJECT_METHODS.contains(made) ? made + "_" : made;
    }

    /** As {@link #member}, for a method with that many parameters. */
    static String method(String name, int parameters) {
        String made = member(name);
        boolean taken = OBJECT_METHODS.contains(made) && (parameters == 0 || made.equals("wait"));
        boolean generated = Set.of("proxy", "endpoint", "equals").contains(made);
        return taken || generated ? made + "_" : made;
    }

    /** {@code Sent-Out} and {@code sentOut} become {@code SENT_OUT}. */
    static String constant(String value) {
        StringBuilder made = new StringBuilder();
        for (String word : words(value)) {
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                boolean startsWord =
                        i > 0
                                && Character.isUpperCase(c)
                                && (Character.isLowerCase(word.charAt(i - 1))
                                        || i + 1 < word.length()
                                                && Character.isUpperCase(word.charAt(i - 1))
                                                && Character.isLowerCase(word.charAt(i + 1)));
                if (startsWord || i == 0 && !made.isEmpty()) {
                    made.append('_');
                }
                made.append(c);
            }
        }
        return legal(made.toString().toUpperCase(Locale.ROOT), "VALUE_");
    }

    /** {@code IShop} becomes {@code Shop}: in Java nobody marks interfaces. */
    static String withoutInterfaceMark(String type) {
        boolean marked =
                type.length() > 2
                        && type.charAt(0) == 'I'
                        && Character.isUpperCase(type.charAt(1))
                        && Character.isLowerCase(type.charAt(2));
        return marked ? type.substring(1) : type;
    }

    private static String decapitalized(String word) {
        int upper = 0;
        while (upper < word.length() && Character.isUpperCase(word.charAt(upper))) {
            upper++;
        }
        boolean acronym =
                upper > 1 && upper < word.length() && Character.isLetter(word.charAt(upper));
        int lower = acronym ? upper - 1 : Math.max(upper, 1);
        return word.substring(0, lower).toLowerCase(Locale.ROOT) + word.substring(lower);
    }

    /** The runs of characters that may stand in identifiers. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        name.codePoints()
                .forEach(
                        c -> {
                            boolean plain =
                                    Character.isLetterOrDigit(c)
                                            && Character.isUnicodeIdentifierPart(c);
                            if (plain) {
                                word.appendCodePoint(c);
                            } else if (!word.isEmpty()) {
                                words.add(word.toString());
                                word.setLength(0);
                            }
                        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static String legal(String made, String prefix) {
        if (made.isEmpty()) {
            return prefix.endsWith("_") ? prefix + "EMPTY" : prefix;
        }
        String started =
                Character.isJavaIdentifierStart(made.codePointAt(0)) ? made : prefix + made;
        boolean reserved =
                SourceVersion.isKeyword(started, SourceVersion.RELEASE_25)
                        || Set.of("record", "yield", "var", "sealed", "permits").contains(started);
        return reserved ? started + "_" : started;
    }

    /** {@code http://example.org/shop/data} becomes {@code org.example.shop.data}. */
    static String packageOf(String namespace) {
        List<String> parts = new ArrayList<>();
        String host = host(namespace);
        String rest = namespace;
        if (host != null) {
            List<String> labels = new ArrayList<>(Arrays.asList(host.split("\\.", -1)));
            labels.remove("www");
            Collections.reverse(labels);
            parts.addAll(labels);
            rest = namespace.substring(namespace.indexOf(host) + host.length());
        } else if (namespace.startsWith("urn:")) {
            rest = namespace.substring(4);
        }
        parts.addAll(Arrays.asList(rest.split("[/:.#?=&]+", -1)));
        StringBuilder made = new StringBuilder();
        for (String part : parts) {
            String word = String.join("_", words(part)).toLowerCase(Locale.ROOT);
            if (!word.isEmpty()) {
                String legal = Character.isJavaIdentifierStart(word.charAt(0)) ? word : "_" + word;
                boolean keyword = SourceVersion.isKeyword(legal, SourceVersion.RELEASE_25);
                made.append(made.isEmpty() ? "" : ".").append(legal).append(keyword ? "_" : "");
            }
        }
        return made.isEmpty() ? "generated" : made.toString();
    }

    private static @Nullable String host(String namespace) {
        try {
            return new URI(namespace).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
