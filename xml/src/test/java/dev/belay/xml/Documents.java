package dev.belay.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes well-formed documents at random, with all that text can hold but processing instructions
 * and document types.
 */
final class Documents {
    private static final String[] NAMES = {
        "a", "b", "item", "Envelope", "\u00e9t\u00e9", "x-1.y", "_z", "\u4e2d"
    };
    private static final String[] PREFIXES = {"p", "q", "soap"};
    private static final String[] URIS = {"urn:a", "urn:b", "http://example.org/\u00e9?x=1&amp;y"};
    private static final String[] PIECES = {
        "text",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "&amp;",
        "&lt;",
        "&#65;",
        "&#x1F600;",
        "&#xD;",
        "\u00e9",
        "\u4e2d\u6587",
        "\ud83d\ude00",
        "]",
        "]]",
        "&gt;",
        "&quot;",
        "&apos;",
        "&#10;",
        "1.5",
        "\u0085",
        "\u2028",
        "'",
        ">"
    };

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<String> scope = new ArrayList<>();

    Documents(Random random) {
        this.random = random;
    }

    byte[] next() {
        if (random.nextInt(4) == 0) {
            out.append(
                    random.nextBoolean()
                            ? "<?xml version=\"1.0\"?>"
                            : "<?xml version='1.0' encoding='utf-8' ?>\n");
        }
        if (random.nextInt(4) == 0) {
            out.append("<!-- before -->");
        }
        element(0);
        if (random.nextInt(4) == 0) {
            out.append("\n<!--after--> ");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private void space() {
        out.append(pick(new String[] {" ", "\n", "\t ", "\r\n"}));
    }

    private void element(int depth) {
        int mark = scope.size();
        var declared = new StringBuilder();
        for (String prefix : PREFIXES) {
            if (random.nextInt(depth == 0 ? 2 : 8) == 0) {
                declared.append(" xmlns:")
                        .append(prefix)
                        .append("=\"")
                        .append(pick(URIS))
                        .append('"');
                scope.add(prefix);
            }
        }
        if (random.nextInt(6) == 0) {
            declared.append(" xmlns='").append(random.nextBoolean() ? "" : pick(URIS)).append('\'');
        }
        String name =
                (scope.isEmpty() || random.nextBoolean()
                                ? ""
                                : scope.get(random.nextInt(scope.size())) + ":")
                        + pick(NAMES);
        out.append('<').append(name);
        attributes();
        out.append(declared);
        if (random.nextInt(4) == 0) {
            space();
        }
        if (random.nextInt(5) == 0) {
            out.append("/>");
        } else {
            out.append('>');
            content(depth);
            out.append("</").append(name);
            if (random.nextInt(6) == 0) {
                space();
            }
            out.append('>');
        }
        scope.subList(mark, scope.size()).clear();
    }

    private void attributes() {
        var used = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = pick(NAMES);
            if (used.contains(name)) {
                continue;
            }
            used.add(name);
            space();
            // One local name once only, so that prefixes of the same namespace make no duplicate.
            out.append(
                    scope.isEmpty() || random.nextBoolean()
                            ? ""
                            : scope.get(random.nextInt(scope.size())) + ":");
            out.append(name);
            if (random.nextInt(5) == 0) {
                space();
            }
            out.append('=');
            char quote = random.nextBoolean() ? '"' : '\'';
            out.append(quote);
            for (int n = random.nextInt(4); n > 0; n--) {
                String piece = pick(PIECES);
                out.append(piece.equals("'") ? "&apos;" : piece);
            }
            out.append(quote);
        }
    }

    private void content(int depth) {
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    if (depth < 6) {
                        element(depth + 1);
                    }
                }
                case 2 ->
                        out.append("<!--")
                                .append(
                                        Arrays.asList("", "c", "a-b", "\r\n\u00e9 <&")
                                                .get(random.nextInt(4)))
                                .append("-->");
                case 3 ->
                        out.append("<![CDATA[")
                                .append(
                                        Arrays.asList("", "c", "]] <&>\r\nx", "\u4e2d")
                                                .get(random.nextInt(4)))
                                .append("]]>");
                default -> {
                    String piece = pick(PIECES);
                    int length = out.length();
                    boolean closes =
                            piece.equals(">") && length > 1 && out.charAt(length - 1) == ']';
                    out.append(closes ? " " : piece);
                }
            }
        }
    }
}
