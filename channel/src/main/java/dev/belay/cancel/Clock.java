package dev.belay.cancel;

import java.util.concurrent.locks.LockSupport;

/**
 * Time and parking as the room sees them. Programs use {@link #system()}; tests hand in a clock
 * that they move themselves.
 *
 * <p>Any number of threads may use a clock. Nothing else in Belay parks a thread or asks for the
 * time of a deadline.
 */
public abstract class Clock {
    /** A point in time that no clock reaches: park without limit. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final Clock SYSTEM = new SystemClock();

    /** For clocks of tests. */
    protected Clock() {}

    /** The clock of the machine: {@link System#nanoTime()} and {@link LockSupport}. */
    public static Clock system() {
        return SYSTEM;
    }

    /**
     * Nanoseconds since some fixed but arbitrary origin, never decreasing; always less than {@link
     * #NEVER}.
     */
    public abstract long nanoTime();

    /**
     * Parks the calling thread until {@link #unpark} (before or after this call), an interrupt, or
     * the given point in time. May return without reason; a waiter always looks again. Does not
     * clear the interrupt flag.
     *
     * @param blocker what the thread waits for, shown in thread dumps
     * @param untilNanos a value of {@link #nanoTime()}, or {@link #NEVER}
     */
    protected abstract void park(Object blocker, long untilNanos);

    /** Lets the thread leave its present or next {@link #park}. */
    protected abstract void unpark(Thread thread);

    /**
     * Marks a point between two atomic steps of the room, where any other thread may come first.
     * Nothing happens here, except under a test clock that tries all orders.
     */
    protected void step() {}

    /** For clocks of tests: parks the calling thread on the machine, without limit. */
    protected final void parkThread(Object blocker) {
        LockSupport.park(blocker);
    }

    /** For clocks of tests: the counterpart of {@link #parkThread}. */
    protected final void unparkThread(Thread thread) {
        LockSupport.unpark(thread);
    }

    private static final class SystemClock extends Clock {
        private final long origin = System.nanoTime();

        @Override
        public long nanoTime() {
            return System.nanoTime() - origin;
        }

        @Override
        protected void park(Object blocker, long untilNanos) {
            if (untilNanos == NEVER) {
                LockSupport.park(blocker);
                return;
            }
            long nanos = untilNanos - nanoTime();
            if (nanos > 0) {
                LockSupport.parkNanos(blocker, nanos);
            }
        }

        @Override
        protected void unpark(Thread thread) {
            LockSupport.unpark(thread);
        }
    }
}
