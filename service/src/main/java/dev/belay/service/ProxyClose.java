package dev.belay.service;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.CloseWork;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;

import java.time.Duration;

/** The close of a proxy. */
final class ProxyClose extends CloseWork<ServiceProxyState, ProxyLife> {
    /**
     * How long functions that were told to end may take to do so, and once more when interrupted.
     */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Environment environment;

    ProxyClose(Lifecycle<ServiceProxyState, ProxyLife> lifecycle, Environment environment) {
        super(lifecycle, environment);
        this.environment = environment;
    }

    @Override
    protected void gracefully(ProxyLife life, Deadline deadline) {
        life.excuse(Thread.currentThread());
        if (!life.pendings().awaitEmpty(deadline) || !life.functions().awaitEmpty(deadline)) {
            throw notInTime(deadline);
        }
        CloseOutcome how = life.route().close(deadline);
        Failure cause = how == null ? null : how.cause();
        if (cause != null) {
            throw cause.toException();
        }
    }

    @Override
    protected void drop(ProxyLife life, Failure why) {
        life.route().abort();
    }

    @Override
    protected void linger(ProxyLife life) {
        if (!life.functions().awaitEmpty(limit())) {
            life.abandonFunctions();
            life.functions().awaitEmpty(limit());
        }
    }

    private Deadline limit() {
        return Deadline.after(LINGER, environment.clock(), "end of functions");
    }
}
