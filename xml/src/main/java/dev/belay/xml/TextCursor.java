package dev.belay.xml;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a short lexical form of dates and durations. The first thing that does not fit is
 * noted, and what is read from then on means nothing; so no exception is needed to say that a text
 * is malformed.
 */
final class TextCursor {
    private final String text;
    private int at;
    private @Nullable String complaint;

    TextCursor(String text) {
        this.text = text;
    }

    /** What does not fit, or null. */
    @Nullable String complaint() {
        return complaint;
    }

    boolean isGood() {
        return complaint == null;
    }

    void complain(String what) {
        if (complaint == null) {
            complaint = what;
        }
    }

    boolean atEnd() {
        return at >= text.length() || complaint != null;
    }

    int position() {
        return at;
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** Moves over a character, if it comes next. */
    boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) {
        if (!take(c)) {
            complain("'" + c + "' is missing");
        }
    }

    boolean atDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** At least one digit, as a number up to a limit. */
    long number(long max) {
        if (!atDigit()) {
            complain("a digit is missing");
        }
        long value = 0;
        while (atDigit()) {
            int digit = text.charAt(at++) - '0';
            if (value > (max - digit) / 10) {
                complain("a number is too large");
                value = 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Exactly two digits. */
    int twoDigits() {
        int begin = at;
        int value = 0;
        while (at < begin + 2 && atDigit()) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        if (at != begin + 2) {
            complain("two digits are missing");
        }
        return value;
    }

    /** The digits of a fraction of a second in nanoseconds; behind the ninth only zeros. */
    int fraction() {
        if (!atDigit()) {
            complain("a digit is missing");
        }
        int nanos = 0;
        int unit = 100_000_000;
        while (atDigit()) {
            int digit = text.charAt(at++) - '0';
            if (unit == 0 && digit != 0) {
                complain("more than nine digits in the fraction of a second");
            }
            nanos += digit * unit;
            unit /= 10;
        }
        return nanos;
    }
}
