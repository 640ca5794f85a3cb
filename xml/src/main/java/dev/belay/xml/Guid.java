package dev.belay.xml;

import java.util.UUID;

/**
 * GUIDs in sixteen octets: three numbers with the lowest octet first, then eight octets in order
 * (MC-NBFX 2.2.3.33).
 */
final class Guid {
    static final int SIZE = 16;
    static final String URN = "urn:uuid:";
    private static final int TEXT_LENGTH = 36;

    private Guid() {}

    static long high(TypedValue value) {
        return high(value.bytes(), value.offset());
    }

    static long low(TypedValue value) {
        return low(value.bytes(), value.offset());
    }

    static long high(byte[] bytes, int at) {
        long first = LittleEndian.int32(bytes, at) & 0xFFFFFFFFL;
        long second = LittleEndian.int16(bytes, at + 4) & 0xFFFFL;
        long third = LittleEndian.int16(bytes, at + 6) & 0xFFFFL;
        return first << 32 | second << 16 | third;
    }

    static long low(byte[] bytes, int at) {
        return Long.reverseBytes(LittleEndian.int64(bytes, at + 8));
    }

    static void write(long high, long low, XmlOutput out) {
        out.reserve(SIZE);
        byte[] array = out.array();
        int at = out.size();
        LittleEndian.putInt32(array, at, (int) (high >>> 32));
        LittleEndian.putInt16(array, at + 4, (int) (high >>> 16));
        LittleEndian.putInt16(array, at + 6, (int) high);
        LittleEndian.putInt64(array, at + 8, Long.reverseBytes(low));
        out.advance(SIZE);
    }

    /** Whether the octets are 8-4-4-4-12 hexadecimal digits. */
    static boolean isText(byte[] bytes, int begin, int end) {
        if (end - begin != TEXT_LENGTH) {
            return false;
        }
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int c = bytes[begin + i];
            boolean isHex =
                    (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (isDash(i) ? c != '-' : !isHex) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDash(int position) {
        return position == 8 || position == 13 || position == 18 || position == 23;
    }

    /**
     * Whether text is {@code urn:uuid:} and a GUID in lower case, which the binary form keeps as it
     * is.
     */
    static boolean isUniqueId(String text) {
        if (text.length() != URN.length() + TEXT_LENGTH || !text.startsWith(URN)) {
            return false;
        }
        for (int i = 0; i < TEXT_LENGTH; i++) {
            char c = text.charAt(URN.length() + i);
            boolean isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (isDash(i) ? c != '-' : !isHex) {
                return false;
            }
        }
        return true;
    }

    /** The GUID in a text that {@link #isUniqueId}. */
    static UUID ofUniqueId(String text) {
        return UUID.fromString(text.substring(URN.length()));
    }
}
