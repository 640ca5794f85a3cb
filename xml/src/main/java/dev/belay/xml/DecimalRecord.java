package dev.belay.xml;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A decimal in sixteen octets (MC-NBFX 2.2.3.27): reserved, scale, sign, 96 bits. */
final class DecimalRecord {
    static final int SIZE = 16;
    static final int MAX_SCALE = 28;
    private static final int MAX_BITS = 96;
    private static final int NEGATIVE = 0x80;

    private DecimalRecord() {}

    /** Whether reserved octets, scale and sign are as they must be. */
    static boolean isValid(byte[] bytes, int at) {
        int sign = bytes[at + 3] & 0xFF;
        return bytes[at] == 0
                && bytes[at + 1] == 0
                && (bytes[at + 2] & 0xFF) <= MAX_SCALE
                && (sign == 0 || sign == NEGATIVE);
    }

    /** The value; negative zero becomes zero. */
    static BigDecimal read(byte[] bytes, int at) {
        int scale = bytes[at + 2];
        int high = LittleEndian.int32(bytes, at + 4);
        long low = LittleEndian.int64(bytes, at + 8);
        boolean isNegative = bytes[at + 3] != 0;
        if (high == 0 && low >= 0) {
            return BigDecimal.valueOf(isNegative ? -low : low, scale);
        }
        var magnitude = new byte[12];
        for (int i = 0; i < 8; i++) {
            magnitude[11 - i] = bytes[at + 8 + i];
        }
        for (int i = 0; i < 4; i++) {
            magnitude[3 - i] = bytes[at + 4 + i];
        }
        return new BigDecimal(new BigInteger(isNegative ? -1 : 1, magnitude), scale);
    }

    /** Whether a value has a scale of 0 to 28 and at most 96 bits. */
    static boolean fits(BigDecimal value) {
        return value.scale() >= 0
                && value.scale() <= MAX_SCALE
                && value.unscaledValue().abs().bitLength() <= MAX_BITS;
    }

    /** Appends a value that fits. */
    static void write(BigDecimal value, XmlOutput out) {
        out.reserve(SIZE);
        byte[] array = out.array();
        int at = out.size();
        BigInteger magnitude = value.unscaledValue().abs();
        LittleEndian.putInt16(array, at, 0);
        array[at + 2] = (byte) value.scale();
        array[at + 3] = (byte) (value.signum() < 0 ? NEGATIVE : 0);
        LittleEndian.putInt32(array, at + 4, magnitude.shiftRight(64).intValue());
        LittleEndian.putInt64(array, at + 8, magnitude.longValue());
        out.advance(SIZE);
    }
}
