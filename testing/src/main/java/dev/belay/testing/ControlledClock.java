package dev.belay.testing;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A clock that stands still until the test moves it. Threads that wait with a deadline wake when
 * the test has moved time past it.
 *
 * <p>Any thread. {@link #awaitSleepers} waits in real time.
 */
public final class ControlledClock extends Clock {
    private final Object lock = new Object();

    /** Threads parked with a limit, and their limits; guarded by lock. */
    private final Map<Thread, Long> sleepers = new HashMap<>();

    /** Counts the sleepers, to await them. */
    private final Ledger count = new Ledger();

    /** Written under the lock. */
    private volatile long now;

    /** A clock that shows zero. */
    public ControlledClock() {}

    @Override
    public long nanoTime() {
        return now;
    }

    /** Moves time forward and wakes all whose deadline has passed. */
    public void advance(Duration by) {
        List<Thread> due = new ArrayList<>();
        synchronized (lock) {
            now += by.toNanos();
            for (Map.Entry<Thread, Long> sleeper : sleepers.entrySet()) {
                if (sleeper.getValue() <= now) {
                    due.add(sleeper.getKey());
                }
            }
        }
        due.forEach(this::unparkThread);
    }

    /** Moves time to the nearest deadline that a thread waits for; false if there is none. */
    public boolean advanceToNext() {
        long nearest = NEVER;
        synchronized (lock) {
            for (long until : sleepers.values()) {
                nearest = Math.min(nearest, until);
            }
        }
        if (nearest == NEVER) {
            return false;
        }
        advance(Duration.ofNanos(Math.max(0, nearest - now)));
        return true;
    }

    /**
     * Waits, in real time, until so many threads at least wait with a deadline.
     *
     * @throws AssertionError they did not come within the limit
     */
    public void awaitSleepers(int threads, Duration limit) throws InterruptedException {
        if (!count.awaitAtLeast(Ledger.Kind.PENDING, threads, limit)) {
            throw new AssertionError("expected " + threads + " sleepers but have " + count);
        }
    }

    @Override
    protected void park(Object blocker, long untilNanos) {
        if (untilNanos == NEVER) {
            parkThread(blocker);
            return;
        }
        Thread me = Thread.currentThread();
        synchronized (lock) {
            if (now >= untilNanos) {
                return;
            }
            sleepers.put(me, untilNanos);
        }
        count.took(Ledger.Kind.PENDING);
        try {
            parkThread(blocker);
        } finally {
            synchronized (lock) {
                sleepers.remove(me);
            }
            count.gave(Ledger.Kind.PENDING);
        }
    }

    @Override
    protected void unpark(Thread thread) {
        unparkThread(thread);
    }
}
