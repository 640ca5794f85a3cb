package dev.belay.cancel;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what is taken and must be given back: threads, connections, pending operations,
 * registrations, buffers. Tests await zero as an event; a program may show the numbers.
 *
 * <p>Any thread. Taking and giving back never wait and are not contended.
 */
public final class Ledger {
    /** What is counted. */
    public enum Kind {
        /** Internal threads of sessions, connections and operations that run. */
        THREAD,
        /**
         * Helper threads that wait for work and end by themselves when idle: timer, cancel
         * dispatcher, name resolution.
         */
        HELPER,
        /** Connections and listening sockets that are open. */
        CONNECTION,
        /** Pending operations that belong to an object. */
        PENDING,
        /** Timers and cancel callbacks that wait for their event. */
        REGISTRATION,
        /** Pooled buffers in use. */
        BUFFER
    }

    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    private final Object changed = new Object();

    /** Number of threads in {@link #awaitAtMost}; read after each change. */
    private volatile int watchers;

    /** A ledger with all counts zero. */
    public Ledger() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new Count());
        }
    }

    /** Counts one more. */
    public void took(Kind kind) {
        of(kind).taken.increment();
        changed();
    }

    /** Counts one less. */
    public void gave(Kind kind) {
        of(kind).given.increment();
        changed();
    }

    /**
     * How many are taken now; a snapshot that may be too high while others give back, never too
     * low.
     */
    public long count(Kind kind) {
        Count count = of(kind);
        long given = count.given.sum();
        return count.taken.sum() - given;
    }

    /** How many were ever taken. */
    public long total(Kind kind) {
        return of(kind).taken.sum();
    }

    private Count of(Kind kind) {
        return java.util.Objects.requireNonNull(counts.get(kind));
    }

    @SuppressWarnings("NotifyAll")
    private void changed() {
        if (watchers > 0) {
            synchronized (changed) {
                changed.notifyAll();
            }
        }
    }

    /**
     * Waits, in real time, until at most so many are taken. For tests.
     *
     * @param limit how long to wait in all
     * @return false if the limit passed first
     */
    public boolean awaitAtMost(Kind kind, long most, Duration limit) throws InterruptedException {
        return await(kind, 0, most, limit);
    }

    /** As {@link #awaitAtMost}, until at least so many are taken. */
    public boolean awaitAtLeast(Kind kind, long least, Duration limit) throws InterruptedException {
        return await(kind, least, Long.MAX_VALUE, limit);
    }

    private boolean await(Kind kind, long least, long most, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (changed) {
            watchers++;
            try {
                while (true) {
                    long count = count(kind);
                    if (count >= least && count <= most) {
                        return true;
                    }
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(changed, left);
                }
            } finally {
                watchers--;
            }
        }
    }

    /** All counts that are not zero. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("ledger");
        for (Kind kind : Kind.values()) {
            long count = count(kind);
            if (count != 0) {
                text.append(' ').append(kind).append('=').append(count);
            }
        }
        return text.toString();
    }

    private static final class Count {
        private final LongAdder taken = new LongAdder();
        private final LongAdder given = new LongAdder();
    }
}
