package dev.belay.xml;

/** From characters to UTF-8, refusing what XML does not allow. */
final class CharacterOutput {
    private CharacterOutput() {}

    /**
     * The number of octets of a text in UTF-8, or -1 if it holds characters that XML does not
     * allow.
     */
    static int octets(String text) {
        int length = text.length();
        int octets = length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (c < 0x800) {
                    octets++;
                } else if (!Character.isSurrogate(c)) {
                    if (c > 0xFFFD) {
                        return -1;
                    }
                    octets += 2;
                } else if (isPair(text, i)) {
                    octets += 2;
                    i++;
                } else {
                    return -1;
                }
                if (octets < 0) {
                    return -1;
                }
            } else if (c < 0x20 && !XmlCharacters.isSpace(c)) {
                return -1;
            }
        }
        return octets;
    }

    static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))
                && XmlCharacters.isChar(text.codePointAt(at));
    }

    /** Appends a text whose number of octets is known. */
    static void append(String text, int octets, XmlOutput out) {
        out.reserve(octets);
        byte[] array = out.array();
        int at = out.size();
        int length = text.length();
        if (octets == length) {
            for (int i = 0; i < length; i++) {
                array[at + i] = (byte) text.charAt(i);
            }
        } else {
            for (int i = 0; i < length; i++) {
                int c = text.charAt(i);
                if (Character.isSurrogate((char) c)) {
                    c = text.codePointAt(i++);
                }
                at = Utf8.encode(c, array, at);
            }
        }
        out.advance(octets);
    }
}
