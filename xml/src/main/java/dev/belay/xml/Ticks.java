package dev.belay.xml;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Dates and spans of time in units of 100 ns (MC-NBFX 2.2.3.29, 2.2.3.32). A date counts from the
 * beginning of year 1; its two top bits say whether it is without zone, UTC or local, which is
 * stored in UTC.
 */
final class Ticks {
    private static final long PER_SECOND = 10_000_000;
    private static final int NANOS = 100;
    private static final long MAX = 3_155_378_975_999_999_999L;
    private static final long MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long UTC = 1L << 62;
    private static final long LOCAL = 2L << 62;
    private static final long KINDS = 3L << 62;

    /** Seconds from the beginning of year 1 to 1970. */
    private static final long EPOCH = 62_135_596_800L;

    private Ticks() {}

    static boolean isDateTime(long bits) {
        return (bits & MASK) <= MAX && (bits & KINDS) != KINDS;
    }

    static XmlDateTime toDateTime(long bits) {
        long ticks = bits & MASK;
        LocalDateTime local =
                LocalDateTime.ofEpochSecond(
                        ticks / PER_SECOND - EPOCH,
                        (int) (ticks % PER_SECOND) * NANOS,
                        ZoneOffset.UTC);
        long kind = bits & KINDS;
        if (kind == 0) {
            return XmlDateTime.of(local);
        }
        return kind == UTC
                ? XmlDateTime.of(local.toInstant(ZoneOffset.UTC))
                : XmlDateTime.of(local.atOffset(ZoneOffset.UTC));
    }

    /** Whether the binary form keeps all of a value: years 1 to 9999, ticks, no offset but zero. */
    static boolean fits(XmlDateTime value) {
        LocalDateTime local = value.toLocalDateTime();
        ZoneOffset offset = value.offset();
        return local.getYear() >= 1
                && local.getYear() <= 9999
                && local.toLocalTime().toNanoOfDay() % NANOS == 0
                && (offset == null || offset.getTotalSeconds() == 0);
    }

    /** The binary form of a value that fits. */
    static long ofDateTime(XmlDateTime value) {
        LocalDateTime local = value.toLocalDateTime();
        long ticks =
                (local.toEpochSecond(ZoneOffset.UTC) + EPOCH) * PER_SECOND
                        + local.toLocalTime().toNanoOfDay() / NANOS % PER_SECOND;
        return switch (value.zone()) {
            case NONE -> ticks;
            case UTC -> ticks | UTC;
            case OFFSET -> ticks | LOCAL;
        };
    }

    static Duration toDuration(long ticks) {
        return Duration.ofSeconds(
                Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * NANOS);
    }

    /** Whether the binary form keeps all of a value. */
    static boolean fits(Duration value) {
        long seconds = value.getSeconds();
        int rest = value.getNano() / NANOS;
        long least = Math.floorDiv(Long.MIN_VALUE, PER_SECOND);
        long most = Long.MAX_VALUE / PER_SECOND;
        return value.getNano() % NANOS == 0
                && (seconds > least
                        || (seconds == least && rest >= Math.floorMod(Long.MIN_VALUE, PER_SECOND)))
                && (seconds < most || (seconds == most && rest <= Long.MAX_VALUE % PER_SECOND));
    }

    /** The binary form of a value that fits. */
    static long ofDuration(Duration value) {
        // The product alone may overflow for the least value; the sum is right all the same.
        return value.getSeconds() * PER_SECOND + value.getNano() / NANOS;
    }
}
