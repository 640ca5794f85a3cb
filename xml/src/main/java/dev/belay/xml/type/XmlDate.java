package dev.belay.xml.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * A value of {@code xs:date}. The zone is kept as it was written, as {@code Z}, {@code +00:00} and
 * none are three different things.
 *
 * @param date the date
 * @param zone empty, {@code Z} or an offset such as {@code +02:00}
 */
public record XmlDate(LocalDate date, String zone) {
    private static final int SHORTEST = "0001-01-01".length();

    /** Checks the zone. */
    public XmlDate {
        Objects.requireNonNull(date, "date");
        ZonedText.check(zone);
    }

    /** A date without a zone. */
    public static XmlDate of(LocalDate date) {
        return new XmlDate(date, "");
    }

    /**
     * The date of a lexical form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static XmlDate parse(String text) {
        int zone = ZonedText.zoneStart(text, SHORTEST);
        try {
            return new XmlDate(
                    LocalDate.parse(text.substring(0, zone), DateTimeFormatter.ISO_LOCAL_DATE),
                    text.substring(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date: '" + text + "'", e);
        }
    }

    /** The lexical form. */
    @Override
    public String toString() {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(date) + zone;
    }
}
