package dev.belay.xml;

/** The lexical forms of numbers over octets (XML Schema part 2, 3.2.3 to 3.2.5, 3.3.13). */
final class LexicalNumber {
    /**
     * The longest form of numbers without bounds; what it takes to convert grows with more than the
     * length.
     */
    static final int MAX_LENGTH = 1000;

    /** What an integer form is. */
    enum Check {
        /** Within 64 signed bits. */
        NUMBER,
        /** Beyond 64 signed bits. */
        TOO_LARGE,
        /** Something else. */
        NOT_A_NUMBER
    }

    private LexicalNumber() {}

    private static boolean isSign(int c) {
        return c == '-' || c == '+';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The position behind the digits from a position on. */
    private static int digits(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && isDigit(bytes[i])) {
            i++;
        }
        return i;
    }

    static Check check(byte[] bytes, int begin, int end) {
        boolean isNegative = begin < end && bytes[begin] == '-';
        int i = begin < end && isSign(bytes[begin]) ? begin + 1 : begin;
        if (i == end || digits(bytes, i, end) != end) {
            return Check.NOT_A_NUMBER;
        }
        while (i < end && bytes[i] == '0') {
            i++;
        }
        if (end - i < 19) {
            return Check.NUMBER;
        }
        if (end - i > 19) {
            return Check.TOO_LARGE;
        }
        // Nineteen digits: as a negative number they fit, or have become positive.
        long negated = parseNegated(bytes, i, end);
        return negated > 0 || (!isNegative && negated == Long.MIN_VALUE)
                ? Check.TOO_LARGE
                : Check.NUMBER;
    }

    /** The value of what {@link #check} calls a number. */
    static long parse(byte[] bytes, int begin, int end) {
        boolean isNegative = bytes[begin] == '-';
        long negated = parseNegated(bytes, isSign(bytes[begin]) ? begin + 1 : begin, end);
        return isNegative ? negated : -negated;
    }

    private static long parseNegated(byte[] bytes, int begin, int end) {
        long value = 0;
        for (int i = begin; i < end; i++) {
            value = value * 10 - (bytes[i] - '0');
        }
        return value;
    }

    /** Digits with at most one point among, before or behind them. */
    static boolean isDecimal(byte[] bytes, int begin, int end) {
        return mantissa(bytes, begin, end) == end;
    }

    /** The position behind sign, digits and point, or -1 if there is no digit. */
    private static int mantissa(byte[] bytes, int begin, int end) {
        int first = begin < end && isSign(bytes[begin]) ? begin + 1 : begin;
        int i = digits(bytes, first, end);
        int count = i - first;
        if (i < end && bytes[i] == '.') {
            int behind = digits(bytes, i + 1, end);
            count += behind - i - 1;
            i = behind;
        }
        return count > 0 ? i : -1;
    }

    /** A decimal with or without an exponent. */
    static boolean isReal(byte[] bytes, int begin, int end) {
        int i = mantissa(bytes, begin, end);
        if (i < 0 || i == end) {
            return i == end;
        }
        if (bytes[i] != 'e' && bytes[i] != 'E') {
            return false;
        }
        i++;
        if (i < end && isSign(bytes[i])) {
            i++;
        }
        return i < end && digits(bytes, i, end) == end;
    }
}
