package dev.belay.xml;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/** The lexical form of xs:dateTime (XML Schema part 2, 3.2.7), without year 0. */
final class DateTimeText {
    private static final int MAX_YEAR = 999_999_998;

    private final String text;
    private int at;

    private DateTimeText(String text) {
        this.text = text;
    }

    static XmlDateTime parse(String text) {
        return new DateTimeText(text).parse();
    }

    private XmlDateTime parse() {
        int year = year();
        expect('-');
        int month = twoDigits();
        expect('-');
        int day = twoDigits();
        expect('T');
        int hour = twoDigits();
        expect(':');
        int minute = twoDigits();
        expect(':');
        int second = twoDigits();
        int nanos = at < text.length() && text.charAt(at) == '.' ? fraction() : 0;
        LocalDateTime local = local(year, month, day, hour, minute, second, nanos);
        if (at == text.length()) {
            return XmlDateTime.of(local);
        }
        if (text.charAt(at) == 'Z' && at + 1 == text.length()) {
            return XmlDateTime.of(local.toInstant(ZoneOffset.UTC));
        }
        return XmlDateTime.of(local.atOffset(offset()));
    }

    private static LocalDateTime local(
            int year, int month, int day, int hour, int minute, int second, int nanos) {
        boolean isMidnight = hour == 24 && minute == 0 && second == 0 && nanos == 0;
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            year, month, day, isMidnight ? 0 : hour, minute, second, nanos);
            return isMidnight ? local.plusDays(1) : local;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such date or time", e);
        }
    }

    private int year() {
        boolean isNegative = text.startsWith("-");
        at = isNegative ? 1 : 0;
        int begin = at;
        int year = 0;
        while (atDigit()) {
            year = year * 10 + (text.charAt(at++) - '0');
            if (year > MAX_YEAR) {
                throw new IllegalArgumentException("the year of the xs:dateTime is too large");
            }
        }
        int digits = at - begin;
        if (digits < 4 || (digits > 4 && text.charAt(begin) == '0') || year == 0) {
            throw malformed();
        }
        // Year -1 is the year before year 1; ISO 8601, and so java.time, calls it 0.
        return isNegative ? 1 - year : year;
    }

    private int fraction() {
        at++;
        int begin = at;
        int nanos = 0;
        int unit = 100_000_000;
        while (atDigit()) {
            int digit = text.charAt(at++) - '0';
            if (unit == 0 && digit != 0) {
                throw new IllegalArgumentException(
                        "more than nine digits in the fraction of a second");
            }
            nanos += digit * unit;
            unit /= 10;
        }
        if (at == begin) {
            throw malformed();
        }
        return nanos;
    }

    private ZoneOffset offset() {
        char sign = text.charAt(at++);
        int hours = twoDigits();
        expect(':');
        int minutes = twoDigits();
        if ((sign != '+' && sign != '-')
                || at != text.length()
                || minutes > 59
                || hours > 14
                || (hours == 14 && minutes > 0)) {
            throw malformed();
        }
        int seconds = hours * 3600 + minutes * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    private boolean atDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int twoDigits() {
        int value = 0;
        for (int i = 0; i < 2; i++) {
            if (!atDigit()) {
                throw malformed();
            }
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return value;
    }

    private void expect(char c) {
        if (at >= text.length() || text.charAt(at++) != c) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an xs:dateTime");
    }

    static String format(XmlDateTime value) {
        LocalDateTime local = value.toLocalDateTime();
        var out = new StringBuilder(32);
        int year = local.getYear();
        if (year <= 0) {
            out.append('-');
            year = 1 - year;
        }
        pad(out, year, 1000);
        pad(out.append('-'), local.getMonthValue(), 10);
        pad(out.append('-'), local.getDayOfMonth(), 10);
        pad(out.append('T'), local.getHour(), 10);
        pad(out.append(':'), local.getMinute(), 10);
        pad(out.append(':'), local.getSecond(), 10);
        int nanos = local.get(ChronoField.NANO_OF_SECOND);
        if (nanos != 0) {
            DurationText.appendFraction(out.append('.'), nanos);
        }
        ZoneOffset offset = value.offset();
        if (value.zone() == XmlDateTime.Zone.UTC) {
            out.append('Z');
        } else if (offset != null) {
            int minutes = offset.getTotalSeconds() / 60;
            out.append(minutes < 0 ? '-' : '+');
            pad(out, Math.abs(minutes) / 60, 10);
            pad(out.append(':'), Math.abs(minutes) % 60, 10);
        }
        return out.toString();
    }

    private static void pad(StringBuilder out, int value, int unit) {
        for (int u = unit; u > value && u > 1; u /= 10) {
            out.append('0');
        }
        out.append(value);
    }
}
