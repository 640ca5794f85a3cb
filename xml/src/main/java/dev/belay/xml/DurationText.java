package dev.belay.xml;

import org.jspecify.annotations.Nullable;

/** The lexical form of xs:duration (XML Schema part 2, 3.2.6). */
final class DurationText {
    private static final String DATE_MEMBERS = "YMD";
    private static final String TIME_MEMBERS = "HMS";

    private DurationText() {}

    static XmlDuration parse(String text) {
        var cursor = new TextCursor(text);
        XmlDuration value = parse(cursor);
        if (value == null) {
            throw new IllegalArgumentException("not an xs:duration: " + cursor.complaint());
        }
        return value;
    }

    /** The value, or null if the text is none. */
    static @Nullable XmlDuration tryParse(String text) {
        return parse(new TextCursor(text));
    }

    private static @Nullable XmlDuration parse(TextCursor cursor) {
        boolean isNegative = cursor.take('-');
        cursor.expect('P');
        var members = new long[6];
        int nanos = 0;
        int last = -1;
        boolean inTime = false;
        boolean wantsMember = true;
        while (!cursor.atEnd()) {
            if (!inTime && cursor.take('T')) {
                inTime = true;
                wantsMember = true;
                continue;
            }
            long number = cursor.number(Long.MAX_VALUE);
            boolean hasFraction = cursor.take('.');
            if (hasFraction) {
                nanos = cursor.fraction();
            }
            int member = (inTime ? TIME_MEMBERS : DATE_MEMBERS).indexOf(cursor.peek());
            if (member >= 0) {
                cursor.take(cursor.peek());
            }
            int position = inTime ? member + 3 : member;
            if (member < 0 || position <= last || (hasFraction && position != 5)) {
                cursor.complain("a letter is missing or not in order");
                break;
            }
            members[position] = number;
            last = position;
            wantsMember = false;
        }
        if (wantsMember) {
            cursor.complain("a number is missing");
        }
        return cursor.isGood()
                ? new XmlDuration(
                        isNegative,
                        members[0],
                        members[1],
                        members[2],
                        members[3],
                        members[4],
                        members[5],
                        nanos)
                : null;
    }

    static String format(XmlDuration d) {
        var out = new StringBuilder(d.isNegative() ? "-P" : "P");
        append(out, d.years(), 'Y');
        append(out, d.months(), 'M');
        append(out, d.days(), 'D');
        int dateEnd = out.length();
        append(out, d.hours(), 'H');
        append(out, d.minutes(), 'M');
        if (d.nanos() != 0) {
            out.append(d.seconds()).append('.');
            appendFraction(out, d.nanos());
            out.append('S');
        } else {
            append(out, d.seconds(), 'S');
        }
        if (out.length() > dateEnd) {
            out.insert(dateEnd, 'T');
        } else if (out.charAt(out.length() - 1) == 'P') {
            out.append("T0S");
        }
        return out.toString();
    }

    private static void append(StringBuilder out, long value, char member) {
        if (value != 0) {
            out.append(value).append(member);
        }
    }

    /** The digits of a fraction of a second without zeros at the end. */
    static void appendFraction(StringBuilder out, int nanos) {
        int rest = nanos;
        for (int unit = 100_000_000; rest > 0; unit /= 10) {
            out.append((char) ('0' + rest / unit));
            rest %= unit;
        }
    }
}
