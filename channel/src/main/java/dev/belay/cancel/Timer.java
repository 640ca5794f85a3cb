package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.TreeSet;

/**
 * Runs short actions at deadlines that nobody waits for. One platform thread, started with the
 * first deadline, ends when there was none for a while.
 */
final class Timer {
    private static final System.Logger LOG = System.getLogger(Timer.class.getName());
    private static final long IDLE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Environment environment;
    private final Object lock = new Object();

    /** Earliest first; guarded by lock. */
    private final TreeSet<Entry> entries = new TreeSet<>();

    /** Guarded by lock. */
    private long sequence;

    /** Guarded by lock. */
    private @Nullable Thread thread;

    /** Until when the thread is parked at most; guarded by lock. */
    private long wakesAt;

    Timer(Environment environment) {
        this.environment = environment;
    }

    /**
     * Runs the action once the deadline has passed; on the timer's thread, so it must be short and
     * not block.
     */
    Registration schedule(Deadline deadline, Runnable action) {
        if (deadline.isNone()) {
            return () -> {};
        }
        Entry entry;
        Thread sleeper = null;
        boolean start = false;
        synchronized (lock) {
            entry = new Entry(deadline.at(), sequence++, action);
            entries.add(entry);
            environment.ledger().took(Ledger.Kind.REGISTRATION);
            if (thread == null) {
                start = true;
                thread = Thread.currentThread();
                wakesAt = Clock.NEVER;
            } else if (entry.at < wakesAt && entries.first() == entry) {
                sleeper = thread;
                wakesAt = entry.at;
            }
        }
        if (start) {
            environment.startHelper("belay-timer", this::loop);
        } else if (sleeper != null) {
            environment.clock().unpark(sleeper);
        }
        return () -> cancel(entry);
    }

    private void cancel(Entry entry) {
        synchronized (lock) {
            if (entries.remove(entry)) {
                environment.ledger().gave(Ledger.Kind.REGISTRATION);
            }
        }
    }

    private void loop() {
        Clock clock = environment.clock();
        synchronized (lock) {
            thread = Thread.currentThread();
        }
        long idleSince = clock.nanoTime();
        while (true) {
            Runnable due = null;
            long until;
            synchronized (lock) {
                long now = clock.nanoTime();
                Entry first = entries.isEmpty() ? null : entries.first();
                if (first != null && first.at <= now) {
                    entries.remove(first);
                    environment.ledger().gave(Ledger.Kind.REGISTRATION);
                    due = first.action;
                    idleSince = now;
                } else if (first == null && now - idleSince >= IDLE_NANOS) {
                    thread = null;
                    return;
                }
                until = first == null ? idleSince + IDLE_NANOS : first.at;
                if (first != null) {
                    idleSince = now;
                }
                wakesAt = until;
            }
            if (due == null) {
                clock.park(this, until);
            } else {
                run(due);
            }
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "a timer action threw", e);
        }
    }

    private record Entry(long at, long number, Runnable action) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }
}
