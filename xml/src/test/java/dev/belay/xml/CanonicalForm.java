package dev.belay.xml;

/**
 * The text that the vectors give for a document: both tags always, attributes and declarations in
 * order, text joined.
 */
final class CanonicalForm {
    private final StringBuilder out = new StringBuilder();
    private final XmlReader reader;

    private CanonicalForm(XmlReader reader) {
        this.reader = reader;
    }

    /** Reads from BEGIN to END. */
    static String of(XmlReader reader) {
        var form = new CanonicalForm(reader);
        while (reader.next() != NodeType.END) {
            form.node();
        }
        return form.out.toString();
    }

    private void node() {
        switch (reader.nodeType()) {
            case ELEMENT -> startTag();
            case END_ELEMENT -> {
                out.append("</");
                name(reader.prefix(), reader.localName());
                out.append('>');
            }
            case TEXT -> escape(reader.text(), false);
            case COMMENT -> out.append("<!--").append(reader.text()).append("-->");
            case CDATA, END_CDATA, BEGIN, END -> {}
        }
    }

    private void startTag() {
        out.append('<');
        name(reader.prefix(), reader.localName());
        for (int i = 0; i < reader.attributeCount(); i++) {
            out.append(' ');
            name(reader.attributePrefix(i), reader.attributeLocalName(i));
            out.append("=\"");
            escape(reader.attributeValue(i), true);
            out.append('"');
        }
        out.append('>');
    }

    private void name(String prefix, String localName) {
        if (!prefix.isEmpty()) {
            out.append(prefix).append(':');
        }
        out.append(localName);
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#xD;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\t' -> out.append(inAttribute ? "&#x9;" : "\t");
                case '\n' -> out.append(inAttribute ? "&#xA;" : "\n");
                default -> out.append(c);
            }
        }
    }
}
