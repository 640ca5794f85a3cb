package dev.belay.benchmarks.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the calls of Block at a server. Free for use by any number of threads. */
public final class Blocked {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicLong lastTold = new AtomicLong();

    /** One has begun. */
    public void begin() {
        begun.incrementAndGet();
    }

    /** One was told that nobody waits for it any more. */
    public void told() {
        long now = nowMicros();
        lastTold.accumulateAndGet(now, Math::max);
        told.incrementAndGet();
    }

    /** Microseconds since 1970, which processes of one machine share. */
    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** How many began, how many were told, and when the last one was. */
    @Override
    public String toString() {
        return begun + " " + told + " " + lastTold;
    }
}
