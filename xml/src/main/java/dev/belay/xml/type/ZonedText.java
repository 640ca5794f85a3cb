package dev.belay.xml.type;

/** Splits the time zone off a lexical form: {@code Z}, an offset, or nothing. */
final class ZonedText {
    private static final int OFFSET_LENGTH = "+00:00".length();
    private static final int MAX_HOURS = 14;

    private ZonedText() {}

    /** Where the zone begins; the length if there is none. */
    static int zoneStart(String text, int shortest) {
        int end = text.length();
        if (text.endsWith("Z")) {
            return end - 1;
        }
        int start = end - OFFSET_LENGTH;
        boolean offset =
                start >= shortest
                        && text.charAt(start + 3) == ':'
                        && "+-".indexOf(text.charAt(start)) >= 0;
        return offset ? start : end;
    }

    /**
     * Checks a zone: empty, {@code Z}, or an offset of at most 14 hours.
     *
     * @throws IllegalArgumentException if it is none
     */
    static void check(String zone) {
        if (zone.isEmpty() || zone.equals("Z")) {
            return;
        }
        boolean shape =
                zone.length() == OFFSET_LENGTH
                        && "+-".indexOf(zone.charAt(0)) >= 0
                        && zone.charAt(3) == ':';
        int hours = shape ? number(zone, 1) : -1;
        int minutes = shape ? number(zone, 4) : -1;
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > MAX_HOURS * 60) {
            throw new IllegalArgumentException("not a time zone: '" + zone + "'");
        }
    }

    private static int number(String text, int at) {
        int high = text.charAt(at) - '0';
        int low = text.charAt(at + 1) - '0';
        return high < 0 || high > 9 || low < 0 || low > 9 ? -1 : high * 10 + low;
    }
}
