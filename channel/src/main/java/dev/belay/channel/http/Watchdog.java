package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Registration;

import org.jspecify.annotations.Nullable;

/**
 * Ends a blocked read or write when the limit that holds passes. One timer at most is set: it looks
 * at the limit when it fires and sets itself again, so that moving the limit later, which is what
 * every request does, costs nothing.
 *
 * <p>Any thread; nothing waits.
 */
final class Watchdog {
    private final Environment environment;
    private final Runnable end;
    private final Object lock = new Object();

    /** Guarded by lock. */
    private Deadline limit = Deadline.NONE;

    /** When the timer fires; NONE without one; guarded by lock. */
    private Deadline alarm = Deadline.NONE;

    /** Guarded by lock. */
    private @Nullable Registration timer;

    /** The limit that passed; guarded by lock. */
    private @Nullable Deadline bitten;

    /** Guarded by lock. */
    private boolean closed;

    /**
     * A watchdog without a limit.
     *
     * @param end runs once on the timer's thread; must not block
     */
    Watchdog(Environment environment, Runnable end) {
        this.environment = environment;
        this.end = end;
    }

    /** Holds this limit from now on, in place of the one before. */
    void limit(Deadline deadline) {
        synchronized (lock) {
            limit = deadline;
            if (!closed && alarm.earlier(deadline) != alarm) {
                set(deadline);
            }
        }
    }

    /** Holds no limit. */
    void lift() {
        limit(Deadline.NONE);
    }

    /** The limit that passed and ended what it watched; null if none did. */
    @Nullable Deadline bitten() {
        synchronized (lock) {
            return bitten;
        }
    }

    /** Ends watching and gives the timer back. */
    void close() {
        synchronized (lock) {
            closed = true;
            if (timer != null) {
                timer.close();
                timer = null;
            }
        }
    }

    /** Called under lock. */
    private void set(Deadline deadline) {
        if (timer != null) {
            timer.close();
        }
        alarm = deadline;
        timer = environment.schedule(deadline, () -> rang(deadline));
    }

    private void rang(Deadline rung) {
        synchronized (lock) {
            if (closed || alarm != rung) {
                return;
            }
            timer = null;
            alarm = Deadline.NONE;
            if (!limit.hasPassed()) {
                if (!limit.isNone()) {
                    set(limit);
                }
                return;
            }
            bitten = limit;
            closed = true;
        }
        end.run();
    }
}
