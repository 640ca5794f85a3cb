package dev.belay.compiler;

import java.util.ArrayList;
import java.util.List;

/** A documentation comment. */
final class Javadoc {
    private static final int WIDTH = 90;

    private final List<String> lines = new ArrayList<>();

    /** Starts with text from a description, or with other words if that is empty. */
    static Javadoc of(String documentation, String otherwise) {
        Javadoc doc = new Javadoc();
        return documentation.isBlank() ? doc.own(otherwise) : doc.foreign(documentation);
    }

    /** A paragraph of text from a description, in which nothing has a meaning. */
    private Javadoc foreign(String text) {
        for (String paragraph : text.strip().split("\\n\\s*\\n", -1)) {
            paragraph(escape(paragraph));
        }
        return this;
    }

    /** A paragraph of our own, with mark-up. */
    Javadoc own(String text) {
        return text.isEmpty() ? this : paragraph(text);
    }

    private Javadoc paragraph(String text) {
        boolean first = lines.isEmpty();
        if (!first) {
            lines.add("");
        }
        wrap((first ? "" : "<p>") + text, "");
        return this;
    }

    Javadoc tag(String tag, String text) {
        if (lines.isEmpty()
                || !lines.getLast().startsWith("@") && !lines.getLast().startsWith("    ")) {
            lines.add("");
        }
        wrap("@" + tag + " " + text, "    ");
        return this;
    }

    /** A tag with text from a description. */
    Javadoc foreignTag(String tag, String text) {
        return tag(tag, escape(text.strip()));
    }

    private void wrap(String text, String continuation) {
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(continuation);
            } else if (!line.isEmpty() && !line.toString().isBlank()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
    }

    /** Makes text harmless: no mark-up, no tags, no end of the comment, no Unicode escapes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                case '{' -> escaped.append("&#123;");
                case '}' -> escaped.append("&#125;");
                case '\\' -> escaped.append("&#92;");
                case '*' ->
                        escaped.append(
                                i + 1 < text.length() && text.charAt(i + 1) == '/' ? "&#42;" : "*");
                default ->
                        escaped.append(
                                Character.isISOControl(c) && !Character.isWhitespace(c) ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    String text() {
        if (lines.size() == 1 && lines.getFirst().length() <= WIDTH) {
            return "/** " + lines.getFirst() + " */";
        }
        StringBuilder text = new StringBuilder("/**\n");
        for (String line : lines) {
            text.append(line.isEmpty() ? " *" : " * " + line).append('\n');
        }
        return text.append(" */").toString();
    }
}
