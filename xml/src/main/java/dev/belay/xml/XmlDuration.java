package dev.belay.xml;

import java.time.Duration;

/**
 * An xs:duration as it was written, member by member: {@code P1M} and {@code P30D} differ, and so
 * do {@code PT60S} and {@code PT1M}, though they last equally long. Immutable.
 *
 * @param isNegative whether the whole is counted backwards
 * @param years years, not negative
 * @param months months, not negative
 * @param days days, not negative
 * @param hours hours, not negative
 * @param minutes minutes, not negative
 * @param seconds whole seconds, not negative
 * @param nanos the rest of the seconds in nanoseconds, 0 to 999,999,999
 */
public record XmlDuration(
        boolean isNegative,
        long years,
        long months,
        long days,
        long hours,
        long minutes,
        long seconds,
        int nanos) {

    /** Checks the members. */
    public XmlDuration {
        if (years < 0 || months < 0 || days < 0 || hours < 0 || minutes < 0 || seconds < 0) {
            throw new IllegalArgumentException("a member of an xs:duration is negative");
        }
        if (nanos < 0 || nanos > 999_999_999) {
            throw new IllegalArgumentException(
                    "nanoseconds of an xs:duration out of range: " + nanos);
        }
    }

    /** The same span of time in days, hours, minutes and seconds. */
    public static XmlDuration of(Duration duration) {
        boolean isNegative = duration.isNegative();
        // In whole seconds and nanoseconds apart, as the smallest Duration has no opposite.
        long seconds = duration.getSeconds();
        int nanos = duration.getNano();
        if (isNegative && nanos > 0) {
            seconds++;
            nanos = 1_000_000_000 - nanos;
        }
        long days = Math.abs(seconds / 86_400);
        int rest = (int) Math.abs(seconds % 86_400);
        return new XmlDuration(
                isNegative, 0, 0, days, rest / 3600, rest / 60 % 60, rest % 60, nanos);
    }

    /**
     * Reads the lexical form, such as {@code P1Y2M3DT4H5M6.7S} or {@code -PT1M}.
     *
     * @throws IllegalArgumentException if the text is not one, or a member does not fit
     */
    public static XmlDuration parse(String text) {
        return DurationText.parse(text);
    }

    /**
     * Whether there are no years and months, so that the length does not depend on the calendar.
     */
    public boolean isTimeSpan() {
        return years == 0 && months == 0;
    }

    /**
     * The length.
     *
     * @throws ArithmeticException if there are years or months, or the length does not fit
     */
    public Duration toDuration() {
        if (!isTimeSpan()) {
            throw new ArithmeticException("the length of " + this + " depends on the calendar");
        }
        Duration length =
                Duration.ofDays(days)
                        .plusHours(hours)
                        .plusMinutes(minutes)
                        .plusSeconds(seconds)
                        .plusNanos(nanos);
        return isNegative ? length.negated() : length;
    }

    /** The lexical form; members that are 0 are left out. */
    @Override
    public String toString() {
        return DurationText.format(this);
    }
}
