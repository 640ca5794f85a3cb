package dev.belay.xml.type;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Lexical forms of single values, for the items of lists. */
final class Lexical {
    private static final int MAX_UNSIGNED_LONG_BITS = 64;

    private Lexical() {}

    /** White space at the ends taken off, and each run of it inside made one space. */
    static String collapse(String text) {
        if (isCollapsed(text)) {
            return text;
        }
        var collapsed = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                pending = !collapsed.isEmpty();
            } else {
                if (pending) {
                    collapsed.append(' ');
                    pending = false;
                }
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }

    private static boolean isCollapsed(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c) && (space || c != ' ')) {
                return false;
            }
            space = isSpace(c);
        }
        return text.isEmpty() || !space;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    static Boolean toBoolean(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("not a boolean: '" + text + "'");
        };
    }

    static BigDecimal toDecimal(String text) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new IllegalArgumentException("decimal with an exponent: '" + text + "'");
        }
        return new BigDecimal(text);
    }

    static Float toFloat(String text) {
        return switch (text) {
            case "INF" -> Float.POSITIVE_INFINITY;
            case "-INF" -> Float.NEGATIVE_INFINITY;
            case "NaN" -> Float.NaN;
            default -> Float.valueOf(numeric(text));
        };
    }

    static Double toDouble(String text) {
        return switch (text) {
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> Double.valueOf(numeric(text));
        };
    }

    /**
     * Refuses what Java reads as a number and XML Schema does not: suffixes, hexadecimal, Infinity.
     */
    private static String numeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("+-.eE0123456789".indexOf(text.charAt(i)) < 0) {
                throw new IllegalArgumentException("not a number: '" + text + "'");
            }
        }
        return text;
    }

    static String format(Float value) {
        return value.isInfinite() ? value > 0 ? "INF" : "-INF" : value.toString();
    }

    static String format(Double value) {
        return value.isInfinite() ? value > 0 ? "INF" : "-INF" : value.toString();
    }

    /** The number, if it is between 0 and a limit. */
    static long within(long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(
                    "unsigned number outside of 0 to " + max + ": " + value);
        }
        return value;
    }

    static BigInteger unsignedLong(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > MAX_UNSIGNED_LONG_BITS) {
            throw new IllegalArgumentException("not an unsigned long: " + value);
        }
        return value;
    }
}
