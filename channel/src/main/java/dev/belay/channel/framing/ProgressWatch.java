package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Registration;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Notices that a step of reading or writing takes too long. A step costs two writes of a field; the
 * timer runs on from step to step and looks at the clock only when it fires.
 *
 * <p>One thread begins and ends steps; any thread may close. Nothing here waits.
 */
final class ProgressWatch implements AutoCloseable {
    private static final long IDLE = Long.MIN_VALUE;

    private final Environment environment;
    private final String name;
    private final Supplier<Duration> limit;
    private final Runnable stalled;

    /** When the step that runs began, or IDLE. */
    private volatile long since = IDLE;

    private volatile boolean armed;

    /** Guarded by this. */
    private @Nullable Registration timer;

    /** Guarded by this. */
    private boolean closed;

    /**
     * A watch at rest.
     *
     * @param name of the limit
     * @param limit how long a step may take; asked for when the watch is set
     * @param stalled run once, on the timer's thread, so it must not block
     */
    ProgressWatch(
            Environment environment, String name, Supplier<Duration> limit, Runnable stalled) {
        this.environment = environment;
        this.name = name;
        this.limit = limit;
        this.stalled = stalled;
    }

    /** A step begins, or goes on after some progress. */
    void begin() {
        since = environment.clock().nanoTime();
        if (!armed) {
            arm(limit.get());
        }
    }

    /** The step has ended. */
    void end() {
        since = IDLE;
    }

    private synchronized void arm(Duration after) {
        if (!armed && !closed) {
            armed = true;
            timer =
                    environment.schedule(
                            Deadline.after(after, environment.clock(), name), this::look);
        }
    }

    private void look() {
        armed = false;
        long began = since;
        if (began == IDLE) {
            return;
        }
        Duration whole = limit.get();
        Duration left = whole.minusNanos(environment.clock().nanoTime() - began);
        if (left.isPositive()) {
            arm(left);
        } else if (endOnce()) {
            stalled.run();
        }
    }

    private synchronized boolean endOnce() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    /** Ends the watch; a notice that is on its way may still come. */
    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.close();
        }
    }
}
