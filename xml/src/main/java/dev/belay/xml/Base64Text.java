package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Base64 over slices (RFC 4648, section 4; white space allowed between characters). */
final class Base64Text {
    private static final byte[] ALPHABET = new byte[64];
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        int n = 0;
        for (char c = 'A'; c <= 'Z'; c++) {
            ALPHABET[n++] = (byte) c;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            ALPHABET[n++] = (byte) c;
        }
        for (char c = '0'; c <= '9'; c++) {
            ALPHABET[n++] = (byte) c;
        }
        ALPHABET[n++] = '+';
        ALPHABET[n] = '/';
        for (int i = 0; i < 64; i++) {
            VALUES[ALPHABET[i]] = (byte) i;
        }
    }

    private Base64Text() {}

    static void encode(byte[] bytes, int offset, int length, XmlOutput out) {
        int end = offset + length;
        int i = offset;
        // In parts, so that the room asked for cannot overflow.
        while (i < end) {
            int groups = Math.min((end - i + 2) / 3, 1 << 20);
            out.reserve(groups * 4);
            byte[] array = out.array();
            int at = out.size();
            for (int g = 0; g < groups; g++) {
                int left = end - i;
                int group =
                        (bytes[i] & 0xFF) << 16
                                | (left > 1 ? (bytes[i + 1] & 0xFF) << 8 : 0)
                                | (left > 2 ? bytes[i + 2] & 0xFF : 0);
                array[at] = ALPHABET[group >> 18];
                array[at + 1] = ALPHABET[group >> 12 & 63];
                array[at + 2] = left > 1 ? ALPHABET[group >> 6 & 63] : (byte) '=';
                array[at + 3] = left > 2 ? ALPHABET[group & 63] : (byte) '=';
                at += 4;
                i += 3;
            }
            out.advance(groups * 4);
        }
    }

    /**
     * The octets, or null if the text is not base64: wrong character, wrong length, bits left over.
     */
    static byte @Nullable [] decode(byte[] text, int offset, int length) {
        int end = offset + length;
        var decoded = new byte[(int) (length * 3L / 4)];
        int size = 0;
        int group = 0;
        int count = 0;
        int padding = 0;
        for (int i = offset; i < end; i++) {
            int c = text[i];
            if (XmlCharacters.isSpace(c)) {
                continue;
            }
            if (c == '=') {
                padding++;
                continue;
            }
            int value = c < 0 ? -1 : VALUES[c];
            if (value < 0 || padding > 0) {
                return null;
            }
            group = group << 6 | value;
            if (++count == 4) {
                decoded[size++] = (byte) (group >> 16);
                decoded[size++] = (byte) (group >> 8);
                decoded[size++] = (byte) group;
                group = 0;
                count = 0;
            }
        }
        if (count == 0 ? padding != 0 : count + padding != 4 || padding > 2) {
            return null;
        }
        if (count == 3) {
            if ((group & 3) != 0) {
                return null;
            }
            decoded[size++] = (byte) (group >> 10);
            decoded[size++] = (byte) (group >> 2);
        } else if (count == 2) {
            if ((group & 15) != 0) {
                return null;
            }
            decoded[size++] = (byte) (group >> 4);
        }
        return size == decoded.length ? decoded : Arrays.copyOf(decoded, size);
    }
}
