package dev.belay.xml;

/**
 * How characters with a meaning are written so that a reader gets them back: also carriage returns,
 * which line-end normalisation would change, and white space in attributes, which attribute
 * normalisation would.
 */
final class TextEscapes {
    /** Nothing is escaped. */
    static final byte NONE = 0;

    /** Content of an element. */
    static final byte CONTENT = 1;

    /** The value of an attribute. */
    static final byte ATTRIBUTE = 2;

    /** A CDATA section, which must be left for what it cannot hold. */
    static final byte CDATA = 4;

    static final byte[] CDATA_START = TextXmlWriter.ascii("<![CDATA[");
    static final byte[] CDATA_END = TextXmlWriter.ascii("]]>");

    private static final byte[] AMPERSAND = TextXmlWriter.ascii("&amp;");
    private static final byte[] LESS = TextXmlWriter.ascii("&lt;");
    private static final byte[] GREATER = TextXmlWriter.ascii("&gt;");
    private static final byte[] QUOTE = TextXmlWriter.ascii("&quot;");
    private static final byte[] TAB = TextXmlWriter.ascii("&#x9;");
    private static final byte[] FEED = TextXmlWriter.ascii("&#xA;");
    private static final byte[] RETURN = TextXmlWriter.ascii("&#xD;");
    private static final int KEPT = 64 * 1024;

    /** The modes in which a character needs care. */
    private static final byte[] CARE = new byte[64];

    static {
        CARE['&'] = CONTENT | ATTRIBUTE;
        CARE['<'] = CONTENT | ATTRIBUTE;
        CARE['>'] = CONTENT | CDATA;
        CARE['"'] = ATTRIBUTE;
        CARE['\t'] = ATTRIBUTE;
        CARE['\n'] = ATTRIBUTE;
        CARE['\r'] = CONTENT | ATTRIBUTE | CDATA;
    }

    private XmlOutput scratch = new XmlOutput();

    /** An emptied output for text before it is escaped. */
    XmlOutput scratch() {
        if (scratch.array().length > KEPT) {
            scratch = new XmlOutput();
        }
        scratch.reset();
        return scratch;
    }

    private static boolean needsCare(int c, byte mode) {
        return c >= 0 && c < 64 && (CARE[c] & mode) != 0;
    }

    static boolean isNeeded(String text, byte mode) {
        if (mode == NONE) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (needsCare(text.charAt(i), mode)) {
                return true;
            }
        }
        return false;
    }

    /** Appends well-formed text, escaped. */
    static void append(byte[] bytes, int offset, int length, byte mode, XmlOutput out) {
        int end = offset + length;
        int copied = offset;
        for (int i = offset; i < end; i++) {
            if (needsCare(bytes[i], mode)) {
                out.write(bytes, copied, i - copied);
                escape(bytes[i], mode, out);
                copied = i + 1;
            }
        }
        out.write(bytes, copied, end - copied);
    }

    private static void escape(int c, byte mode, XmlOutput out) {
        if (mode == CDATA) {
            escapeInCData(c, out);
            return;
        }
        write(
                switch (c) {
                    case '&' -> AMPERSAND;
                    case '<' -> LESS;
                    case '>' -> GREATER;
                    case '"' -> QUOTE;
                    case '\t' -> TAB;
                    case '\n' -> FEED;
                    default -> RETURN;
                },
                out);
    }

    private static void escapeInCData(int c, XmlOutput out) {
        if (c == '\r') {
            write(CDATA_END, out);
            write(RETURN, out);
            write(CDATA_START, out);
            return;
        }
        int size = out.size();
        byte[] written = out.array();
        if (size >= 2 && written[size - 1] == ']' && written[size - 2] == ']') {
            write(CDATA_END, out);
            write(CDATA_START, out);
        }
        out.write(c);
    }

    private static void write(byte[] bytes, XmlOutput out) {
        out.write(bytes, 0, bytes.length);
    }
}
