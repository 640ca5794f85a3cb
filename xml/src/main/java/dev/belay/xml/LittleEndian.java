package dev.belay.xml;

/**
 * Numbers with their lowest octet first, by shifts: handles would cost more at start than they
 * save.
 */
final class LittleEndian {
    private LittleEndian() {}

    static short int16(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xFF) | bytes[at + 1] << 8);
    }

    static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | bytes[at + 3] << 24;
    }

    static long int64(byte[] bytes, int at) {
        return (int32(bytes, at) & 0xFFFFFFFFL) | (long) int32(bytes, at + 4) << 32;
    }

    static void putInt16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    static void putInt32(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        bytes[at + 2] = (byte) (value >> 16);
        bytes[at + 3] = (byte) (value >> 24);
    }

    static void putInt64(byte[] bytes, int at, long value) {
        putInt32(bytes, at, (int) value);
        putInt32(bytes, at + 4, (int) (value >> 32));
    }
}
