package dev.belay.xml;

/** The lexical form of xs:duration (XML Schema part 2, 3.2.6). */
final class DurationText {
    private static final String DATE_MEMBERS = "YMD";
    private static final String TIME_MEMBERS = "HMS";

    private final String text;
    private int at;

    private DurationText(String text) {
        this.text = text;
    }

    static XmlDuration parse(String text) {
        return new DurationText(text).parse();
    }

    private XmlDuration parse() {
        boolean isNegative = take('-');
        if (!take('P')) {
            throw malformed();
        }
        var members = new long[6];
        int nanos = 0;
        int last = -1;
        boolean inTime = false;
        boolean wantsMember = true;
        while (at < text.length()) {
            if (!inTime && take('T')) {
                inTime = true;
                wantsMember = true;
                continue;
            }
            long number = number();
            boolean hasFraction = take('.');
            int fraction = hasFraction ? fraction() : 0;
            int member = member(inTime);
            if (member <= last || (hasFraction && member != 5)) {
                throw malformed();
            }
            members[member] = number;
            nanos = fraction;
            last = member;
            wantsMember = false;
        }
        if (wantsMember) {
            throw malformed();
        }
        return new XmlDuration(
                isNegative,
                members[0],
                members[1],
                members[2],
                members[3],
                members[4],
                members[5],
                nanos);
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private int member(boolean inTime) {
        int index =
                at < text.length()
                        ? (inTime ? TIME_MEMBERS : DATE_MEMBERS).indexOf(text.charAt(at++))
                        : -1;
        if (index < 0) {
            throw malformed();
        }
        return inTime ? index + 3 : index;
    }

    private boolean atDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private long number() {
        if (!atDigit()) {
            throw malformed();
        }
        long value = 0;
        while (atDigit()) {
            int digit = text.charAt(at++) - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw new IllegalArgumentException("a member of the xs:duration is too large");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private int fraction() {
        if (!atDigit()) {
            throw malformed();
        }
        int value = 0;
        int digits = 0;
        while (atDigit()) {
            int digit = text.charAt(at++) - '0';
            if (digits < 9) {
                value = value * 10 + digit;
                digits++;
            } else if (digit != 0) {
                throw new IllegalArgumentException(
                        "more than nine digits in the fraction of a second");
            }
        }
        while (digits++ < 9) {
            value *= 10;
        }
        return value;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an xs:duration");
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
