package dev.belay.service;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A function that runs on a virtual thread of its own with a contract view of its own: the
 * asynchronous form of a call, made by {@link ServiceProxy#start}. It has exactly one outcome: the
 * value of the function, its exception, or that it was abandoned; whichever comes first wins. Free
 * for use by any number of threads.
 *
 * <p>A {@link Future}: {@link #get()} waits, and interrupting a thread that waits there ends that
 * wait only, not the call.
 *
 * @param <R> the result of the function
 */
public final class Call<R> implements Future<R> {
    private final Environment environment;
    private final CallScope scope = new CallScope();
    private final Pending<Outcome<R>> outcome;

    /**
     * Told when the function has returned and the stages that depend on it have run on its thread.
     */
    private final Consumer<Call<R>> ended;

    private final Object lock = new Object();

    // Guarded by lock.
    private final List<CompletableFuture<R>> stages = new ArrayList<>(1);

    Call(Environment environment, Consumer<Call<R>> ended) {
        this.environment = environment;
        this.ended = ended;
        outcome = Pending.of(environment.clock(), "outcome of the call");
    }

    /** What the function came to. */
    private record Outcome<R>(@Nullable R value, @Nullable Throwable error) {}

    CallScope scope() {
        return scope;
    }

    void run(Supplier<R> function) {
        environment.start(
                "belay-call",
                () -> {
                    try {
                        runHere(function);
                    } finally {
                        ended.accept(this);
                    }
                });
    }

    private void runHere(Supplier<R> function) {
        if (!scope.begin()) {
            return;
        }
        Outcome<R> result;
        try {
            result = new Outcome<>(function.get(), null);
        } catch (Throwable e) { // whatever the function throws is its outcome
            result = new Outcome<>(null, e);
        } finally {
            scope.end();
        }
        if (outcome.complete(result)) {
            stages().forEach(this::tell);
        }
    }

    /**
     * Calls this off.
     *
     * <ul>
     *   <li>Any thread may do it, at any time; it never blocks.
     *   <li>Afterwards the call is done and cancelled, unless it was done before: then nothing
     *       changes.
     *   <li>Calls through its contract view that wait now, and all later ones, fail with {@link
     *       dev.belay.error.ErrorCode#OPERATION_ABANDONED}; the thread of the function is
     *       interrupted. Who waits in {@link #get()} gets a {@link CancellationException}.
     *   <li>The peer sees the connection of a sessionless call closed; on a session it sees
     *       nothing, and its reply is dropped.
     *   <li>Nothing is left to be closed; the proxy stays open.
     *   <li>A second call does nothing.
     * </ul>
     */
    public void abandon() {
        if (!outcome.fail(CallScope.abandonedFailure())) {
            return;
        }
        scope.abandon();
        List<CompletableFuture<R>> waiting = stages();
        if (!waiting.isEmpty()) {
            environment.start("belay-call-stage", () -> waiting.forEach(this::tell));
        }
    }

    private List<CompletableFuture<R>> stages() {
        synchronized (lock) {
            return List.copyOf(stages);
        }
    }

    /** {@link #abandon}, whatever the argument; true unless the call was done before. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean first = !outcome.isDone();
        abandon();
        return first && isCancelled();
    }

    @Override
    public boolean isCancelled() {
        return outcome.failure() != null;
    }

    @Override
    public boolean isDone() {
        return outcome.isDone();
    }

    /**
     * Waits for the outcome.
     *
     * @throws ExecutionException with the function's exception as its cause
     * @throws CancellationException when the call was abandoned
     * @throws InterruptedException when the waiting thread is interrupted; the call goes on
     */
    @Override
    public R get() throws InterruptedException, ExecutionException {
        if (!outcome.awaitDone(Deadline.NONE)) {
            Thread.interrupted();
            throw new InterruptedException("interrupted while waiting for a call");
        }
        return result();
    }

    /**
     * As {@link #get()}, for a limited time; a wait that is too long does not end the call.
     *
     * @throws TimeoutException when the outcome does not come in time
     */
    @Override
    public R get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Duration limit = Duration.of(Math.max(0, timeout), unit.toChronoUnit());
        if (!outcome.awaitDone(Deadline.after(limit, environment.clock(), "get"))) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for a call");
            }
            throw new TimeoutException("no outcome of the call within " + limit);
        }
        return result();
    }

    /**
     * The call as a stage. It completes with the value, the function's exception, or a {@link
     * CancellationException}; its dependents run on an internal virtual thread, never on the one
     * that abandons. Completing the stage from outside does not touch the call.
     */
    public CompletionStage<R> toStage() {
        CompletableFuture<R> stage = new CompletableFuture<>();
        boolean late;
        synchronized (lock) {
            late = outcome.isDone();
            if (!late) {
                stages.add(stage);
            }
        }
        if (late) {
            tell(stage);
        }
        return stage;
    }

    private void tell(CompletableFuture<R> dependents) {
        try {
            dependents.complete(result());
        } catch (ExecutionException e) {
            dependents.completeExceptionally(e.getCause());
        } catch (CancellationException e) {
            dependents.completeExceptionally(e);
        }
    }

    /** Whether the calling thread is the one of the function. */
    boolean isRunBy(Thread thread) {
        return scope.isRunBy(thread);
    }

    /** The close that this function called goes on without waiting for it. */
    void excuse() {
        ended.accept(this);
    }

    @SuppressWarnings("NullAway") // a function that gives null has a nullable R
    private R result() throws ExecutionException {
        Failure failure = outcome.failure();
        if (failure != null) {
            CancellationException cancelled = new CancellationException(failure.message());
            cancelled.initCause(failure.toException());
            throw cancelled;
        }
        Outcome<R> result = outcome.await(Deadline.NONE, CallScope.ABANDONED);
        if (result.error != null) {
            throw new ExecutionException(result.error);
        }
        return result.value;
    }
}
