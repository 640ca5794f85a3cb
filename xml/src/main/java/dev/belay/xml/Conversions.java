package dev.belay.xml;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/**
 * From the value in a document to a value of Java: typed records directly, everything else by its
 * lexical form (XML Schema part 2), trimmed of white space. Failures are those of the reader, with
 * its place.
 */
final class Conversions {
    private static final int SHOWN = 40;

    private final ValueReader reader;
    private final TypedValue textOfTyped = new TypedValue();
    private byte[] bytes = {};
    private int begin;
    private int end;

    Conversions(ValueReader reader) {
        this.reader = reader;
    }

    // Errors

    /** Text for a message: in quotes, cut short. */
    static String shown(String text) {
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "'";
    }

    static String shown(Chunk name) {
        return shown(name.toString());
    }

    static String shown(TypedValue value) {
        if (value.isText() && value.length() > 4 * SHOWN) {
            return shown(Utf8.toString(value.bytes(), value.offset(), 4 * SHOWN));
        }
        return shown(value.toString());
    }

    private BelayException notA(String type, TypedValue value) {
        return reader.fail(
                reader.errorPosition(), "expected " + type + " but found " + shown(value));
    }

    private BelayException overflow(String type, TypedValue value) {
        return reader.fail(
                ErrorCode.NUMERIC_OVERFLOW,
                reader.errorPosition(),
                "value " + shown(value) + " does not fit into " + type);
    }

    // Text

    /** Points to the text of a value without white space around it. */
    private void trim(TypedValue value) {
        TypedValue text = value;
        if (!value.isText()) {
            XmlOutput out = textOfTyped.scratch();
            ValueText.append(value, out);
            textOfTyped.setScratch(ValueKind.TEXT, out);
            text = textOfTyped;
        }
        bytes = text.bytes();
        begin = text.offset();
        end = begin + text.length();
        while (begin < end && XmlCharacters.isSpace(bytes[begin])) {
            begin++;
        }
        while (begin < end && XmlCharacters.isSpace(bytes[end - 1])) {
            end--;
        }
    }

    String trimmed(TypedValue value) {
        trim(value);
        return Utf8.toString(bytes, begin, end - begin);
    }

    private boolean is(String ascii) {
        if (end - begin != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[begin + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    // Numbers

    boolean bool(TypedValue value) {
        if (value.kind() == ValueKind.BOOLEAN) {
            return value.bits() != 0;
        }
        trim(value);
        if (is("true") || is("1")) {
            return true;
        }
        if (is("false") || is("0")) {
            return false;
        }
        throw notA("xs:boolean", value);
    }

    /** An integer within bounds, either of signed 64 bits or from 0 on. */
    long integer(TypedValue value, long min, long max, String type) {
        long result;
        if (value.kind() == ValueKind.INTEGER) {
            result = value.bits();
        } else {
            trim(value);
            switch (LexicalNumber.check(bytes, begin, end)) {
                case NOT_A_NUMBER -> throw notA(type, value);
                case TOO_LARGE -> throw overflow(type, value);
                case NUMBER -> {}
            }
            result = LexicalNumber.parse(bytes, begin, end);
        }
        if (result < min || result > max) {
            throw overflow(type, value);
        }
        return result;
    }

    BigInteger unsignedLong(TypedValue value) {
        if (value.kind() == ValueKind.UNSIGNED_LONG) {
            return new BigInteger(Long.toUnsignedString(value.bits()));
        }
        BigInteger result = bigInteger(value, "xs:unsignedLong");
        if (result.signum() < 0 || result.bitLength() > 64) {
            throw overflow("xs:unsignedLong", value);
        }
        return result;
    }

    BigInteger bigInteger(TypedValue value) {
        return bigInteger(value, "xs:integer");
    }

    private BigInteger bigInteger(TypedValue value, String type) {
        if (value.kind() == ValueKind.INTEGER) {
            return BigInteger.valueOf(value.bits());
        }
        trim(value);
        return switch (LexicalNumber.check(bytes, begin, end)) {
            case NUMBER -> BigInteger.valueOf(LexicalNumber.parse(bytes, begin, end));
            case TOO_LARGE -> {
                if (end - begin > LexicalNumber.MAX_LENGTH) {
                    throw overflow(type, value);
                }
                yield new BigInteger(Utf8.toString(bytes, begin, end - begin));
            }
            case NOT_A_NUMBER -> throw notA(type, value);
        };
    }

    BigDecimal decimal(TypedValue value) {
        if (value.kind() == ValueKind.DECIMAL) {
            return DecimalRecord.read(value.bytes(), value.offset());
        }
        if (value.kind() == ValueKind.INTEGER) {
            return BigDecimal.valueOf(value.bits());
        }
        trim(value);
        if (!LexicalNumber.isDecimal(bytes, begin, end)) {
            throw notA("xs:decimal", value);
        }
        if (end - begin > LexicalNumber.MAX_LENGTH) {
            throw overflow("xs:decimal", value);
        }
        return new BigDecimal(Utf8.toString(bytes, begin, end - begin));
    }

    float single(TypedValue value) {
        return switch (value.kind()) {
            case FLOAT -> Float.intBitsToFloat((int) value.bits());
            case INTEGER -> (float) value.bits();
            default -> {
                String text = real(value, "xs:float");
                yield text == null ? (float) special(value, "xs:float") : Float.parseFloat(text);
            }
        };
    }

    double real(TypedValue value) {
        return switch (value.kind()) {
            case DOUBLE -> Double.longBitsToDouble(value.bits());
            case FLOAT -> Float.intBitsToFloat((int) value.bits());
            case INTEGER -> (double) value.bits();
            default -> {
                String text = real(value, "xs:double");
                yield text == null ? special(value, "xs:double") : Double.parseDouble(text);
            }
        };
    }

    /** The digits of a real, or null if it is none or one of the words. */
    private @Nullable String real(TypedValue value, String type) {
        trim(value);
        if (!LexicalNumber.isReal(bytes, begin, end)) {
            return null;
        }
        if (end - begin > LexicalNumber.MAX_LENGTH) {
            throw overflow(type, value);
        }
        return Utf8.toString(bytes, begin, end - begin);
    }

    private double special(TypedValue value, String type) {
        if (is("INF")) {
            return Double.POSITIVE_INFINITY;
        }
        if (is("-INF")) {
            return Double.NEGATIVE_INFINITY;
        }
        if (is("NaN")) {
            return Double.NaN;
        }
        throw notA(type, value);
    }

    // Others

    XmlDateTime dateTime(TypedValue value) {
        if (value.kind() == ValueKind.DATE_TIME) {
            return Ticks.toDateTime(value.bits());
        }
        XmlDateTime result = DateTimeText.tryParse(shortText(value, "xs:dateTime"));
        if (result == null) {
            throw notA("xs:dateTime", value);
        }
        return result;
    }

    XmlDuration duration(TypedValue value) {
        if (value.kind() == ValueKind.TIME_SPAN) {
            return XmlDuration.of(Ticks.toDuration(value.bits()));
        }
        XmlDuration result = DurationText.tryParse(shortText(value, "xs:duration"));
        if (result == null) {
            throw notA("xs:duration", value);
        }
        return result;
    }

    Duration timeSpan(TypedValue value) {
        if (value.kind() == ValueKind.TIME_SPAN) {
            return Ticks.toDuration(value.bits());
        }
        String text = shortText(value, "a span of time");
        Duration result = TimeSpanText.tryParse(text);
        if (result == null) {
            throw notA("a span of time", value);
        }
        return result;
    }

    private String shortText(TypedValue value, String type) {
        trim(value);
        if (end - begin > LexicalNumber.MAX_LENGTH) {
            throw notA(type, value);
        }
        return Utf8.toString(bytes, begin, end - begin);
    }

    UUID uuid(TypedValue value) {
        if (value.kind() == ValueKind.UUID || value.kind() == ValueKind.UNIQUE_ID) {
            return new UUID(Guid.high(value), Guid.low(value));
        }
        trim(value);
        if (!Guid.isText(bytes, begin, end)) {
            throw notA("a GUID", value);
        }
        return UUID.fromString(Utf8.toString(bytes, begin, end - begin));
    }

    byte[] bytes(TypedValue value) {
        if (value.kind() == ValueKind.BYTES) {
            return Arrays.copyOfRange(
                    value.bytes(), value.offset(), value.offset() + value.length());
        }
        trim(value);
        byte[] decoded = Base64Text.decode(bytes, begin, end - begin);
        if (decoded == null) {
            throw notA("xs:base64Binary", value);
        }
        return decoded;
    }
}
