package dev.belay.service;

import dev.belay.cancel.CancelReason;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** Tells the application of one channel: that it was accepted, and that it is about to end. */
final class ChannelCallbacks {
    private static final System.Logger LOG = System.getLogger(ChannelCallbacks.class.getName());

    /** How long a close callback may hold up the abort of its channel. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ServedChannel served;
    private final HostLife life;
    private final Object lock = new Object();

    /** Completed when the close callback has returned, or there is none. */
    private final Pending<@Nullable Void> told;

    /** The close callback, once it has begun; guarded by lock. */
    private @Nullable OperationRun closing;

    ChannelCallbacks(ServedChannel served, HostLife life) {
        this.served = served;
        this.life = life;
        told = Pending.of(life.environment().clock(), "close callback");
    }

    /** Tells of the accept; false when the application does not want the channel. */
    boolean tellAccept(OperationRuns runs) {
        ChannelCallback callback = served.endpoint().onAccept();
        if (callback == null) {
            return true;
        }
        OperationRun run = new OperationRun(served, null, "accept callback", null);
        runs.begin(run);
        try {
            return tell(callback, run);
        } finally {
            runs.end(run);
        }
    }

    /** The service object of this channel; null when it could not be made. */
    @Nullable Object makeService(OperationRuns runs) {
        OperationRun run = new OperationRun(served, null, "service factory", null);
        runs.begin(run);
        try {
            return run.call(served.endpoint()::service);
        } catch (Exception | Error e) {
            LOG.log(Level.WARNING, "making a service object failed", e);
            return null;
        } finally {
            runs.end(run);
        }
    }

    /**
     * Tells of the end, once. The callback is called off only when the host is aborted and it takes
     * too long.
     */
    void tellClose() {
        ChannelCallback callback = served.endpoint().onClose();
        if (callback == null) {
            told.complete(null);
            return;
        }
        OperationRun run = new OperationRun(served, null, "close callback", null);
        synchronized (lock) {
            if (closing != null) {
                return;
            }
            closing = run;
        }
        life.began(run);
        try {
            tell(callback, run);
        } finally {
            run.finish();
            life.ended(run);
            told.complete(null);
        }
    }

    /**
     * Runs this when the close callback has returned: at once, on the calling thread, if it has;
     * else on the thread of the callback.
     */
    void onceTold(Runnable action) {
        told.onEnd(action);
    }

    /** Aborts the channel after its close callback, which runs elsewhere, but not for long. */
    void abort() {
        if (served.endpoint().onClose() == null) {
            served.channel().abort();
            return;
        }
        Deadline limit = Deadline.after(LIMIT, life.environment().clock(), "close callback");
        Registration timer = life.environment().schedule(limit, this::abortNow);
        onceTold(
                () -> {
                    served.channel().abort();
                    timer.close();
                });
        life.environment().start("belay-close-callback", this::tellClose);
    }

    private void abortNow() {
        served.channel().abort();
        OperationRun run;
        synchronized (lock) {
            run = closing;
        }
        if (run != null) {
            run.cancel(CancelReason.HOST_ABORT);
        }
    }

    private static boolean tell(ChannelCallback callback, OperationRun run) {
        try {
            run.call(
                    () -> {
                        callback.run(run.context());
                        return null;
                    });
            return true;
        } catch (Exception | Error e) {
            LOG.log(Level.WARNING, run + " failed", e);
            return false;
        }
    }
}
