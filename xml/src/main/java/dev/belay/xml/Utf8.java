package dev.belay.xml;

import java.nio.charset.StandardCharsets;

/** UTF-8, well formed and within XML 1.0, or refused. */
final class Utf8 {
    private Utf8() {}

    static String toString(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    /** The position of the first octet that does not belong to a well-formed sequence, or -1. */
    static int firstInvalid(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int c = decode(bytes, i, end);
            if (c < 0) {
                return i;
            }
            i += size(c);
        }
        return -1;
    }

    /**
     * The position of the first octet that does not belong to a character that XML allows, or -1.
     */
    static int firstNotXml(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int b = bytes[i];
            if (b >= 0x20) {
                i++;
                continue;
            }
            int c = b >= 0 ? b : decode(bytes, i, end);
            if (!XmlCharacters.isChar(c)) {
                return i;
            }
            i += size(c);
        }
        return -1;
    }

    /** Whether the octets, which are well formed, are a name without colon. */
    static boolean isNCName(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int c = bytes[i] >= 0 ? bytes[i] : decode(bytes, i, end);
            if (!(i == offset ? XmlCharacters.isNameStart(c) : XmlCharacters.isNameChar(c))) {
                return false;
            }
            i += size(c);
        }
        return length > 0;
    }

    /** The number of octets of a character. */
    static int size(int c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }

    /**
     * The character at a position, or -1 if the octets there are not well formed or go past the
     * end.
     */
    static int decode(byte[] bytes, int at, int end) {
        int first = bytes[at];
        if (first >= 0) {
            return first;
        }
        if (first >= (byte) 0xE0 && first < (byte) 0xF0) {
            return decode3(first, bytes, at, end);
        }
        if (first >= (byte) 0xC2 && first < (byte) 0xE0) {
            return end - at < 2 || bytes[at + 1] >= (byte) 0xC0
                    ? -1
                    : (first & 0x1F) << 6 | (bytes[at + 1] & 0x3F);
        }
        return first >= (byte) 0xF0 && first <= (byte) 0xF4 ? decode4(first, bytes, at, end) : -1;
    }

    private static int decode3(int first, byte[] bytes, int at, int end) {
        if (end - at < 3 || bytes[at + 1] >= (byte) 0xC0 || bytes[at + 2] >= (byte) 0xC0) {
            return -1;
        }
        int c = (first & 0xF) << 12 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F);
        return c < 0x800 || (c >= 0xD800 && c <= 0xDFFF) ? -1 : c;
    }

    private static int decode4(int first, byte[] bytes, int at, int end) {
        if (end - at < 4
                || bytes[at + 1] >= (byte) 0xC0
                || bytes[at + 2] >= (byte) 0xC0
                || bytes[at + 3] >= (byte) 0xC0) {
            return -1;
        }
        int c =
                (first & 7) << 18
                        | (bytes[at + 1] & 0x3F) << 12
                        | (bytes[at + 2] & 0x3F) << 6
                        | (bytes[at + 3] & 0x3F);
        return c < 0x10000 || c > 0x10FFFF ? -1 : c;
    }

    /** Writes a character at a position and returns the position behind it. */
    static int encode(int c, byte[] bytes, int at) {
        int i = at;
        if (c < 0x80) {
            bytes[i++] = (byte) c;
            return i;
        }
        if (c < 0x800) {
            bytes[i++] = (byte) (0xC0 | c >> 6);
        } else {
            if (c < 0x10000) {
                bytes[i++] = (byte) (0xE0 | c >> 12);
            } else {
                bytes[i++] = (byte) (0xF0 | c >> 18);
                bytes[i++] = (byte) (0x80 | (c >> 12 & 0x3F));
            }
            bytes[i++] = (byte) (0x80 | (c >> 6 & 0x3F));
        }
        bytes[i++] = (byte) (0x80 | (c & 0x3F));
        return i;
    }
}
