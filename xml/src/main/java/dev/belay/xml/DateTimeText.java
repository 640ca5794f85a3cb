package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/** The lexical form of xs:dateTime (XML Schema part 2, 3.2.7), without year 0. */
final class DateTimeText {
    private static final int MAX_YEAR = 999_999_998;

    private DateTimeText() {}

    static XmlDateTime parse(String text) {
        var cursor = new TextCursor(text);
        XmlDateTime value = parse(cursor);
        if (value == null) {
            throw new IllegalArgumentException("not an xs:dateTime: " + cursor.complaint());
        }
        return value;
    }

    /** The value, or null if the text is none. */
    static @Nullable XmlDateTime tryParse(String text) {
        return parse(new TextCursor(text));
    }

    private static @Nullable XmlDateTime parse(TextCursor cursor) {
        int year = year(cursor);
        cursor.expect('-');
        int month = cursor.twoDigits();
        cursor.expect('-');
        int day = cursor.twoDigits();
        cursor.expect('T');
        int hour = cursor.twoDigits();
        cursor.expect(':');
        int minute = cursor.twoDigits();
        cursor.expect(':');
        int second = cursor.twoDigits();
        int nanos = cursor.take('.') ? cursor.fraction() : 0;
        boolean isMidnight = hour == 24 && minute == 0 && second == 0 && nanos == 0;
        if (month < 1
                || month > 12
                || day < 1
                || (cursor.isGood() && day > YearMonth.of(year, month).lengthOfMonth())) {
            cursor.complain("no such date");
        }
        if ((hour > 23 && !isMidnight) || minute > 59 || second > 59) {
            cursor.complain("no such time");
        }
        boolean isUtc = cursor.take('Z');
        boolean hasOffset = !isUtc && !cursor.atEnd();
        int offset = hasOffset ? offset(cursor) : 0;
        if (!cursor.atEnd()) {
            cursor.complain("something follows the zone");
        }
        if (!cursor.isGood()) {
            return null;
        }
        LocalDateTime local =
                LocalDateTime.of(year, month, day, isMidnight ? 0 : hour, minute, second, nanos);
        if (isMidnight) {
            local = local.plusDays(1);
        }
        if (hasOffset) {
            return XmlDateTime.of(local.atOffset(ZoneOffset.ofTotalSeconds(offset)));
        }
        return isUtc ? XmlDateTime.of(local.toInstant(ZoneOffset.UTC)) : XmlDateTime.of(local);
    }

    private static int year(TextCursor cursor) {
        boolean isNegative = cursor.take('-');
        int begin = cursor.position();
        boolean isPadded = cursor.peek() == '0';
        int year = (int) cursor.number(MAX_YEAR);
        int digits = cursor.position() - begin;
        if (digits < 4 || (digits > 4 && isPadded) || year == 0) {
            cursor.complain("the year needs four digits or more and is not 0");
        }
        // Year -1 is the year before year 1; ISO 8601, and so java.time, calls it 0.
        return isNegative ? 1 - year : year;
    }

    private static int offset(TextCursor cursor) {
        boolean isNegative = cursor.take('-');
        if (!isNegative) {
            cursor.expect('+');
        }
        int hours = cursor.twoDigits();
        cursor.expect(':');
        int minutes = cursor.twoDigits();
        if (minutes > 59 || hours * 60 + minutes > 14 * 60) {
            cursor.complain("no such offset");
        }
        if (!cursor.isGood()) {
            return 0;
        }
        int seconds = hours * 3600 + minutes * 60;
        return isNegative ? -seconds : seconds;
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
