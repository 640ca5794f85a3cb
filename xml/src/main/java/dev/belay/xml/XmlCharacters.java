package dev.belay.xml;

/**
 * Which characters XML 1.0 (fifth edition) allows in documents and in names, as tables for ASCII
 * and ranges beyond it.
 */
final class XmlCharacters {
    /** May begin a name without colon. */
    private static final byte NAME_START = 1;

    /** May stand in a name without colon. */
    private static final byte NAME = 2;

    /** White space. */
    private static final byte SPACE = 4;

    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = NAME_START | NAME;
            ASCII[c - 'a' + 'A'] = NAME_START | NAME;
        }
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = NAME;
        }
        ASCII['_'] = NAME_START | NAME;
        ASCII['-'] = NAME;
        ASCII['.'] = NAME;
        for (char c : new char[] {' ', '\t', '\n', '\r'}) {
            ASCII[c] = SPACE;
        }
    }

    private XmlCharacters() {}

    static boolean isSpace(int c) {
        return c >= 0 && c < 128 && (ASCII[c] & SPACE) != 0;
    }

    /** Whether the character may stand in a document (XML 1.0, production 2). */
    static boolean isChar(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || (c > 0xFFFF && c <= 0x10FFFF);
    }

    /** Whether the character may begin a name; the colon may not (XML 1.0, production 4). */
    static boolean isNameStart(int c) {
        if (c < 128) {
            return c >= 0 && (ASCII[c] & NAME_START) != 0;
        }
        return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
                || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
                || c == 0x200C
                || c == 0x200D
                || (c >= 0x2070 && c <= 0x218F)
                || (c >= 0x2C00 && c <= 0x2FEF)
                || (c >= 0x3001 && c <= 0xD7FF)
                || (c >= 0xF900 && c <= 0xFDCF)
                || (c >= 0xFDF0 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0xEFFFF);
    }

    /** Whether the character may stand in a name; the colon may not (XML 1.0, production 4a). */
    static boolean isNameChar(int c) {
        if (c < 128) {
            return c >= 0 && (ASCII[c] & NAME) != 0;
        }
        return isNameStart(c)
                || c == 0xB7
                || (c >= 0x300 && c <= 0x36F)
                || c == 0x203F
                || c == 0x2040;
    }

    /** Whether the text is a name without colon (XML namespaces, production 4). */
    static boolean isNCName(String text) {
        if (text.isEmpty() || !isNameStart(text.codePointAt(0))) {
            return false;
        }
        int i = Character.charCount(text.codePointAt(0));
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isNameChar(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }
}
