package dev.belay.xml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The text form of typed values, as octets (MC-NBFX 2.2.3; XML Schema part 2). */
final class ValueText {
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] URN_UUID = ascii("urn:uuid:");

    private ValueText() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Appends the text form of any value. */
    static void append(TypedValue value, XmlOutput out) {
        switch (value.kind()) {
            case TEXT -> out.write(value.bytes(), value.offset(), value.length());
            case INTEGER -> integer(value.bits(), out);
            case UNSIGNED_LONG -> string(Long.toUnsignedString(value.bits()), out);
            case BOOLEAN -> bool(value.bits() != 0, out);
            case FLOAT -> RealText.append(Float.intBitsToFloat((int) value.bits()), out);
            case DOUBLE -> RealText.append(Double.longBitsToDouble(value.bits()), out);
            case DECIMAL -> decimal(DecimalRecord.read(value.bytes(), value.offset()), out);
            case DATE_TIME -> string(Ticks.toDateTime(value.bits()).toString(), out);
            case TIME_SPAN -> timeSpan(Ticks.toDuration(value.bits()), out);
            case UUID -> uuid(Guid.high(value), Guid.low(value), out);
            case UNIQUE_ID -> {
                out.write(URN_UUID, 0, URN_UUID.length);
                uuid(Guid.high(value), Guid.low(value), out);
            }
            case BYTES -> Base64Text.encode(value.bytes(), value.offset(), value.length(), out);
        }
    }

    static void bool(boolean value, XmlOutput out) {
        byte[] word = value ? TRUE : FALSE;
        out.write(word, 0, word.length);
    }

    /** Text of ASCII only. */
    static void string(String text, XmlOutput out) {
        int length = text.length();
        out.reserve(length);
        byte[] array = out.array();
        int at = out.size();
        for (int i = 0; i < length; i++) {
            array[at + i] = (byte) text.charAt(i);
        }
        out.advance(length);
    }

    static void integer(long value, XmlOutput out) {
        if (value == Long.MIN_VALUE) {
            string(Long.toString(value), out);
            return;
        }
        long rest = value;
        if (rest < 0) {
            out.write('-');
            rest = -rest;
        }
        int digits = 1;
        for (long power = 10; digits < 19 && rest >= power; power *= 10) {
            digits++;
        }
        out.reserve(digits);
        byte[] array = out.array();
        for (int i = out.size() + digits - 1; i >= out.size(); i--) {
            array[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        out.advance(digits);
    }

    static void integer(BigInteger value, XmlOutput out) {
        string(value.toString(), out);
    }

    static void decimal(BigDecimal value, XmlOutput out) {
        string(value.toPlainString(), out);
    }

    static void timeSpan(Duration value, XmlOutput out) {
        string(XmlDuration.of(value).toString(), out);
    }

    /** 8-4-4-4-12 lower case hexadecimal digits. */
    static void uuid(long high, long low, XmlOutput out) {
        hex(high >>> 32, 8, out);
        out.write('-');
        hex(high >>> 16, 4, out);
        out.write('-');
        hex(high, 4, out);
        out.write('-');
        hex(low >>> 48, 4, out);
        out.write('-');
        hex(low, 12, out);
    }

    private static void hex(long value, int digits, XmlOutput out) {
        out.reserve(digits);
        byte[] array = out.array();
        long rest = value;
        for (int i = out.size() + digits - 1; i >= out.size(); i--) {
            int digit = (int) (rest & 0xF);
            array[i] = (byte) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
            rest >>>= 4;
        }
        out.advance(digits);
    }
}
