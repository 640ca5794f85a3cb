package dev.belay.compiler;

import java.util.ArrayList;
import java.util.List;

/** A documentation comment. */
final class Javadoc {
    private static final int PREFIX = 3;

    /** Paragraphs and tags; a tag starts with its sign. */
    private final List<String> parts = new ArrayList<>();

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
        parts.add(parts.isEmpty() ? text : "<p>" + text);
        return this;
    }

    Javadoc tag(String tag, String text) {
        parts.add("@" + tag + " " + text);
        return this;
    }

    private static void wrap(String text, int width, String continuation, List<String> to) {
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                to.add(line.toString());
                line = new StringBuilder(continuation);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        to.add(line.toString());
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

    /** The comment for something with this indentation. */
    String text(int indentation) {
        int width = CodeLayout.WIDTH - indentation - PREFIX;
        if (parts.size() == 1) {
            String inOneLine =
                    "/** " + String.join(" ", parts.getFirst().strip().split("\\s+", -1)) + " */";
            if (indentation + inOneLine.length() <= CodeLayout.WIDTH) {
                return inOneLine;
            }
        }
        List<String> lines = new ArrayList<>();
        boolean tags = false;
        for (String part : parts) {
            boolean tag = part.startsWith("@");
            if (!lines.isEmpty() && !(tag && tags)) {
                lines.add("");
            }
            tags |= tag;
            wrap(part, width, tag ? "    " : "", lines);
        }
        StringBuilder text = new StringBuilder("/**\n");
        for (String line : lines) {
            text.append(line.isEmpty() ? " *" : " * " + line).append('\n');
        }
        return text.append(" */").toString();
    }
}
