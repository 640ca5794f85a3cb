package dev.belay.xml.type;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * A value of {@code xs:time}. The zone is kept as it was written, as {@code Z}, {@code +00:00} and
 * none are three different things.
 *
 * @param time the time of day; {@code 24:00:00} is read as midnight
 * @param zone empty, {@code Z} or an offset such as {@code +02:00}
 */
public record XmlTime(LocalTime time, String zone) {
    private static final int SHORTEST = "00:00:00".length();
    private static final String END_OF_DAY = "24:00:00";

    /** Checks the zone. */
    public XmlTime {
        Objects.requireNonNull(time, "time");
        ZonedText.check(zone);
    }

    /** A time without a zone. */
    public static XmlTime of(LocalTime time) {
        return new XmlTime(time, "");
    }

    /**
     * The time of a lexical form; digits of the fraction behind the ninth are dropped.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static XmlTime parse(String text) {
        int zoneStart = ZonedText.zoneStart(text, SHORTEST);
        String time = text.substring(0, zoneStart);
        String zone = text.substring(zoneStart);
        if (time.length() < SHORTEST) {
            throw new IllegalArgumentException("not a time: '" + text + "'");
        }
        try {
            return new XmlTime(parseLocal(time), zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time: '" + text + "'", e);
        }
    }

    private static LocalTime parseLocal(String time) {
        if (time.startsWith(END_OF_DAY)) {
            for (int i = END_OF_DAY.length(); i < time.length(); i++) {
                if (time.charAt(i) != (i == END_OF_DAY.length() ? '.' : '0')) {
                    throw new DateTimeException("after the end of the day");
                }
            }
            return LocalTime.MIDNIGHT;
        }
        int longest = SHORTEST + ".123456789".length();
        for (int i = longest; i < time.length(); i++) {
            if (!Character.isDigit(time.charAt(i))) {
                throw new DateTimeException("not a digit");
            }
        }
        return LocalTime.parse(
                time.substring(0, Math.min(time.length(), longest)),
                DateTimeFormatter.ISO_LOCAL_TIME);
    }

    /** The lexical form. */
    @Override
    public String toString() {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time) + zone;
    }
}
