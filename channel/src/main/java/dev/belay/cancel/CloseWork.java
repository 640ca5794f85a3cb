package dev.belay.cancel;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * What the closes of all objects have in common: one deadline, joining, and an end in every case.
 *
 * <p>Any number of threads may close; all of them wait for the one close. Nothing here throws
 * because the end was not graceful.
 *
 * @param <S> the states of the object
 * @param <E> what it keeps for one life
 */
public abstract class CloseWork<S extends Enum<S>, E extends Epoch> {
    private final Lifecycle<S, E> lifecycle;
    private final Environment environment;

    /** The close of the object with this lifecycle. */
    protected CloseWork(Lifecycle<S, E> lifecycle, Environment environment) {
        this.lifecycle = lifecycle;
        this.environment = environment;
    }

    /**
     * Ends in order what belongs to this life, waiting in the room only; throws if that cannot be.
     */
    protected abstract void gracefully(E life, Deadline deadline);

    /**
     * Waits a bounded time for code of the application that has been told to end but still runs, so
     * that nothing of it runs once the close has returned. The interrupt flag is put aside
     * meanwhile. Does nothing here.
     */
    protected void linger(E life) {}

    /** Drops what is queued; never waits. */
    protected abstract void drop(E life, Failure why);

    /**
     * Closes: waits for the graceful end, at most as long as the limit says; then, or when the
     * calling thread is interrupted, aborts what is left. Joins a close that runs.
     *
     * @param limit null for no limit
     */
    public final void run(@Nullable Duration limit) {
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
            if (how.kind() == CloseOutcome.Kind.GRACEFUL) {
                life.settle(why);
            } else {
                Failure cause = how.cause() == null ? why : how.cause();
                lifecycle.fault(life, cause.as(ErrorCode.OPERATION_ABORTED, why.message()));
                life.terminate();
            }
            drop(life, why);
            boolean interrupted = Thread.interrupted();
            linger(life);
            if (interrupted) {
                Thread.currentThread().interrupt();
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

    /**
     * Runs blocking work on an internal thread and waits for it here; an interrupted thread does
     * not even begin.
     */
    protected final void waitFor(
            E life, String name, Deadline deadline, Callable<@Nullable Void> work) {
        requireUninterrupted(deadline);
        Pending<@Nullable Void> pending = life.pendings().add(name);
        if (!pending.isDone()) { // else there was an abort, and nothing graceful follows
            environment.run("belay-" + name, pending, work);
        }
        pending.await(deadline, ErrorCode.OPERATION_ABORTED);
    }

    /** An interrupted thread skips what is graceful. */
    protected static void requireUninterrupted(Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            throw notInTime(deadline);
        }
    }

    /** What to throw when a wait was ended by its deadline or an interrupt. Not thrown. */
    public static BelayException notInTime(Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            return new BelayException(ErrorCode.OPERATION_ABORTED, "interrupted while closing");
        }
        return deadline.timedOut();
    }
}
