package dev.belay.service;

import dev.belay.cancel.CancelReason;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The code of the application that runs for one channel, so that all of it can be called off, once,
 * for the first reason. Any thread; nothing here waits.
 */
final class OperationRuns {
    private final HostLife life;
    private final Object lock = new Object();

    // Guarded by lock.
    private final List<OperationRun> runs = new ArrayList<>(2);
    private @Nullable CancelReason reason;

    OperationRuns(HostLife life) {
        this.life = life;
    }

    /** Makes a run known; it is called off at once if all was. */
    void begin(OperationRun run) {
        CancelReason why;
        synchronized (lock) {
            runs.add(run);
            why = reason;
        }
        life.began(run);
        if (why != null) {
            run.cancel(why);
        }
    }

    /** The run is over; waits for the notices that it has got. */
    void end(OperationRun run) {
        synchronized (lock) {
            runs.remove(run);
        }
        run.finish();
        life.ended(run);
    }

    /** Tells all that run, and all that will. */
    void callOff(CancelReason why) {
        for (OperationRun run : note(why)) {
            run.cancel(why);
        }
    }

    /** Notes why all are called off, unless they were before; gives those who must be told. */
    List<OperationRun> note(CancelReason why) {
        synchronized (lock) {
            if (reason != null) {
                return List.of();
            }
            reason = why;
            return List.copyOf(runs);
        }
    }
}
