package dev.belay.cancel;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A point in time at which something ends, with the name of the limit it comes from. Callers give a
 * {@link Duration}; inside, everything carries the absolute point, so that several steps share one
 * limit.
 *
 * <p>Immutable; any thread. Nothing here waits.
 */
public final class Deadline {
    /** Never passes. */
    public static final Deadline NONE =
            new Deadline(Clock.system(), Clock.NEVER, Duration.ZERO, "none");

    private final Clock clock;
    private final long at;
    private final Duration limit;
    private final String name;

    private Deadline(Clock clock, long at, Duration limit, String name) {
        this.clock = clock;
        this.at = at;
        this.limit = limit;
        this.name = name;
    }

    /**
     * The deadline that begins now.
     *
     * @param limit time from now; null for no limit; zero or less has passed already
     * @param name what the limit is called where it is set, for the error: "connect", "call"
     */
    public static Deadline after(@Nullable Duration limit, Clock clock, String name) {
        if (limit == null) {
            return NONE;
        }
        long now = clock.nanoTime();
        long nanos = nanosOf(limit);
        long at = now > 0 && nanos >= Clock.NEVER - now ? Clock.NEVER - 1 : now + nanos;
        return new Deadline(clock, at, limit, name);
    }

    private static long nanosOf(Duration limit) {
        if (limit.isNegative()) {
            return 0;
        }
        return limit.toSeconds() >= Long.MAX_VALUE / 1_000_000_000L - 1
                ? Clock.NEVER - 1
                : limit.toNanos();
    }

    /** True for {@link #NONE} and its like. */
    public boolean isNone() {
        return at == Clock.NEVER;
    }

    /** True once the clock has reached it. */
    public boolean hasPassed() {
        return at != Clock.NEVER && clock.nanoTime() >= at;
    }

    /** Nanoseconds left; zero once it has passed; {@link Long#MAX_VALUE} if it never passes. */
    public long remainingNanos() {
        return at == Clock.NEVER ? Long.MAX_VALUE : Math.max(0, at - clock.nanoTime());
    }

    /**
     * The one of the two that passes first; this one if both are equal. Both must be of one clock.
     */
    public Deadline earlier(Deadline other) {
        return other.at < at ? other : this;
    }

    /** The failure of what did not end in time: which limit, and how late it is noticed. */
    public Failure failure() {
        return new Failure(ErrorCode.OPERATION_TIMED_OUT, toString(), null);
    }

    /** {@link #failure()} as an exception, not thrown. */
    public BelayException timedOut() {
        return failure().toException();
    }

    /** Name of the limit, its length, and what is left or how late it is. */
    @Override
    public String toString() {
        if (at == Clock.NEVER) {
            return "no deadline";
        }
        long left = at - clock.nanoTime();
        String when =
                left > 0
                        ? left / 1_000_000 + " ms left"
                        : "passed " + -left / 1_000_000 + " ms ago";
        return name + " deadline of " + limit.toMillis() + " ms " + when;
    }

    long at() {
        return at;
    }
}
