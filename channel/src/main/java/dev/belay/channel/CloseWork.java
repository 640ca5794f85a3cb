package dev.belay.channel;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Closing;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Epoch;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.cancel.Pending;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * What closing a channel and closing a listener have in common: one deadline, joining, and an end
 * in every case.
 */
abstract class CloseWork<S extends Enum<S>, E extends Epoch> {
    private final Lifecycle<S, E> lifecycle;
    final Environment environment;

    CloseWork(Lifecycle<S, E> lifecycle, Environment environment) {
        this.lifecycle = lifecycle;
        this.environment = environment;
    }

    /**
     * Ends in order what belongs to this life, waiting in the room only; throws if that cannot be.
     */
    abstract void gracefully(E life, Deadline deadline);

    /** Drops what is queued; never waits. */
    abstract void drop(E life, Failure why);

    /** Does what {@link Channel#close} and {@link Listener#close} promise. */
    final void run(@Nullable Duration limit) {
        Failure why = Failure.of(ErrorCode.OPERATION_ABORTED, lifecycle.name() + " was closed");
        Closing<E> closing = lifecycle.close(why);
        switch (closing.step()) {
            case NOTHING -> {}
            case END -> {
                closing.epoch().terminate();
                closing.epoch().closed().complete(CloseOutcome.GRACEFUL);
            }
            case JOIN -> join(closing.epoch());
            case RUN ->
                    close(
                            closing.epoch(),
                            Deadline.after(limit, environment.clock(), "close"),
                            why);
        }
    }

    private void close(E life, Deadline deadline, Failure why) {
        CloseOutcome how = new CloseOutcome(CloseOutcome.Kind.ABORTED, why);
        try {
            how = outcome(life, deadline);
        } finally {
            drop(life, why);
            if (how.kind() != CloseOutcome.Kind.GRACEFUL) {
                Failure cause = how.cause() == null ? why : how.cause();
                lifecycle.fault(life, cause.as(ErrorCode.OPERATION_ABORTED, why.message()));
                life.terminate();
            }
            lifecycle.closed(life, how);
        }
    }

    private CloseOutcome outcome(E life, Deadline deadline) {
        Failure before = life.failure();
        if (before != null) {
            boolean aborted = before.code() == ErrorCode.OPERATION_ABORTED;
            return new CloseOutcome(
                    aborted ? CloseOutcome.Kind.ABORTED : CloseOutcome.Kind.DISCONNECTED, before);
        }
        try {
            gracefully(life, deadline);
            Failure meanwhile = life.failure();
            return meanwhile == null ? CloseOutcome.GRACEFUL : of(meanwhile);
        } catch (BelayException e) {
            Failure first = life.failure();
            return of(first == null ? new Failure(e.code(), e.getMessage(), e) : first);
        }
    }

    private static CloseOutcome of(Failure why) {
        CloseOutcome.Kind kind =
                switch (why.code()) {
                    case OPERATION_ABORTED -> CloseOutcome.Kind.ABORTED;
                    case OPERATION_TIMED_OUT -> CloseOutcome.Kind.TIMED_OUT;
                    default -> CloseOutcome.Kind.DISCONNECTED;
                };
        return new CloseOutcome(kind, why);
    }

    private void join(E life) {
        if (life.closed().awaitDone(Deadline.NONE)) {
            return;
        }
        E aborted =
                lifecycle.abort(
                        Failure.of(ErrorCode.OPERATION_ABORTED, "interrupted while closing"));
        if (aborted != null) {
            aborted.terminate();
        }
        boolean interrupted = Thread.interrupted();
        life.closed().awaitDone(Deadline.NONE);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs blocking work of the driver on an internal thread and waits for it here. */
    final void waitFor(E life, String name, Deadline deadline, Callable<@Nullable Void> work) {
        Pending<@Nullable Void> pending = life.pendings().add(name);
        environment.run(
                "belay-" + name,
                pending,
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw Failures.of(e, name).toException();
                    }
                });
        pending.await(deadline, ErrorCode.OPERATION_ABORTED);
    }

    /** Fails as a wait that a deadline or an interrupt ended. */
    static BelayException notInTime(Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            return new BelayException(ErrorCode.OPERATION_ABORTED, "interrupted while closing");
        }
        return deadline.timedOut();
    }
}
