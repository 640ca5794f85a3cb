package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A span of time as text: xs:duration without years and months, which .NET writes, or {@code
 * [-][d.]hh:mm:ss[.fffffff]}, which WWSAPI writes.
 */
final class TimeSpanText {
    /** Days beyond this do not fit into 64 bits of ticks. */
    private static final long MAX_DAYS = 10_675_199;

    private final String text;
    private int at;

    private TimeSpanText(String text) {
        this.text = text;
    }

    /** The value, or null if the text is none. */
    static @Nullable Duration tryParse(String text) {
        if (text.indexOf(':') >= 0) {
            return new TimeSpanText(text).parse();
        }
        XmlDuration duration = DurationText.tryParse(text);
        if (duration == null || !duration.isTimeSpan() || !isWithinRange(duration)) {
            return null;
        }
        return duration.toDuration();
    }

    private static boolean isWithinRange(XmlDuration duration) {
        return duration.days() <= MAX_DAYS
                && duration.hours() <= MAX_DAYS * 24
                && duration.minutes() <= MAX_DAYS * 24 * 60
                && duration.seconds() <= MAX_DAYS * 86_400;
    }

    private @Nullable Duration parse() {
        boolean isNegative = text.startsWith("-");
        at = isNegative ? 1 : 0;
        long days = 0;
        long hours = number();
        if (take('.')) {
            days = hours;
            hours = number();
        }
        boolean isShaped = take(':');
        long minutes = number();
        isShaped &= take(':');
        long seconds = number();
        int nanos = take('.') ? fraction() : 0;
        if (!isShaped || at != text.length() || days < 0 || days > MAX_DAYS || nanos < 0) {
            return null;
        }
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
            return null;
        }
        Duration span =
                Duration.ofDays(days)
                        .plusSeconds(hours * 3600 + minutes * 60 + seconds)
                        .plusNanos(nanos);
        return isNegative ? span.negated() : span;
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean atDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** A number of one to eight digits, or -1. */
    private long number() {
        int begin = at;
        long value = 0;
        while (atDigit() && at - begin < 8) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return at == begin ? -1 : value;
    }

    /** One to seven digits as nanoseconds, or -1. */
    private int fraction() {
        int begin = at;
        int unit = 1_000_000_000;
        int value = 0;
        while (atDigit() && at - begin < 7) {
            unit /= 10;
            value += (text.charAt(at++) - '0') * unit;
        }
        return at == begin ? -1 : value;
    }
}
