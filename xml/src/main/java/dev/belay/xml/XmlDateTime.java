package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * An xs:dateTime as it was written: {@code Z}, an offset ({@code +00:00} among them) and no zone
 * are three different things. The kinds of binary XML (MC-NBFX 2.2.3.29) survive: UTC is {@code Z},
 * unspecified is no zone, and local, which is stored as the instant in UTC, is the offset {@code
 * +00:00}.
 *
 * <p>Equal if date, time and zone are: the same instant under another offset is another value.
 * Immutable.
 */
public final class XmlDateTime {
    /** What the value says about its zone. */
    public enum Zone {
        /** Nothing. */
        NONE,
        /** It is {@code Z}. */
        UTC,
        /** It is an offset such as {@code +02:00} or {@code +00:00}. */
        OFFSET
    }

    private final LocalDateTime local;
    private final Zone zone;
    private final ZoneOffset offset;

    private XmlDateTime(LocalDateTime local, Zone zone, ZoneOffset offset) {
        this.local = Objects.requireNonNull(local, "local");
        this.zone = zone;
        this.offset = offset;
    }

    /** A value without zone. */
    public static XmlDateTime of(LocalDateTime value) {
        return new XmlDateTime(value, Zone.NONE, ZoneOffset.UTC);
    }

    /** A value in UTC, written with {@code Z}. */
    public static XmlDateTime of(Instant value) {
        return new XmlDateTime(
                LocalDateTime.ofInstant(value, ZoneOffset.UTC), Zone.UTC, ZoneOffset.UTC);
    }

    /**
     * A value with an offset, {@code +00:00} if that is zero.
     *
     * @throws IllegalArgumentException if the offset has seconds or is beyond 14 hours
     */
    public static XmlDateTime of(OffsetDateTime value) {
        int seconds = value.getOffset().getTotalSeconds();
        if (seconds % 60 != 0 || Math.abs(seconds) > 14 * 3600) {
            throw new IllegalArgumentException(
                    "xs:dateTime cannot hold the offset " + value.getOffset());
        }
        return new XmlDateTime(value.toLocalDateTime(), Zone.OFFSET, value.getOffset());
    }

    /**
     * Reads the lexical form. At most nine digits of a fraction of a second may be other than 0.
     *
     * @throws IllegalArgumentException if the text is not one, or the date does not exist
     */
    public static XmlDateTime parse(String text) {
        return DateTimeText.parse(text);
    }

    /** What the value says about its zone. */
    public Zone zone() {
        return zone;
    }

    /** The offset from UTC, or null if there is no zone. */
    public @Nullable ZoneOffset offset() {
        return zone == Zone.NONE ? null : offset;
    }

    /** Date and time as written, whatever the zone. */
    public LocalDateTime toLocalDateTime() {
        return local;
    }

    /**
     * The value with its offset; {@code Z} and {@code +00:00} become the same.
     *
     * @throws DateTimeException if there is no zone; see {@link #toOffsetDateTime(ZoneOffset)}
     */
    public OffsetDateTime toOffsetDateTime() {
        if (zone == Zone.NONE) {
            throw new DateTimeException("no zone in " + this);
        }
        return local.atOffset(offset);
    }

    /** The value with its offset, or with this one if there is no zone. */
    public OffsetDateTime toOffsetDateTime(ZoneOffset ifNone) {
        return local.atOffset(zone == Zone.NONE ? ifNone : offset);
    }

    /**
     * The instant.
     *
     * @throws DateTimeException if there is no zone; see {@link #toOffsetDateTime(ZoneOffset)}
     */
    public Instant toInstant() {
        return toOffsetDateTime().toInstant();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof XmlDateTime that
                && zone == that.zone
                && offset.equals(that.offset)
                && local.equals(that.local);
    }

    @Override
    public int hashCode() {
        return Objects.hash(local, zone, offset);
    }

    /** The lexical form; digits of the fraction that are 0 at its end are left out. */
    @Override
    public String toString() {
        return DateTimeText.format(this);
    }
}
