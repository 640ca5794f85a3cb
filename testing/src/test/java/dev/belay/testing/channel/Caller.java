package dev.belay.testing.channel;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread that makes one call which may wait, and what came of it. */
final class Caller<T> {
    static final Duration SOON = Duration.ofSeconds(30);

    /** On which kind of thread users call. */
    enum Kind {
        PLATFORM,
        VIRTUAL;

        private Thread start(Runnable task) {
            return switch (this) {
                case PLATFORM -> Thread.ofPlatform().daemon().name("caller").start(task);
                case VIRTUAL -> Thread.ofVirtual().name("caller").start(task);
            };
        }
    }

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final Thread thread;

    private Caller(Kind kind, Callable<T> call) {
        thread = kind.start(() -> run(call));
    }

    static <T> Caller<T> start(Kind kind, Callable<T> call) {
        return new Caller<>(kind, call);
    }

    private void run(Callable<T> call) {
        try {
            T value = call.call();
            interrupted.complete(Thread.interrupted());
            result.complete(value);
        } catch (Throwable e) {
            interrupted.complete(Thread.interrupted());
            result.completeExceptionally(e);
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean isDone() {
        return result.isDone();
    }

    /** What the call returned. */
    T value() {
        try {
            return result.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the call failed", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(
                    "the call did not end: " + java.util.List.of(thread.getStackTrace()), e);
        }
    }

    /** What the call threw. */
    Throwable thrown() {
        try {
            T value = result.get(SOON.toSeconds(), TimeUnit.SECONDS);
            throw new AssertionError("the call returned " + value);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(
                    "the call did not end: " + java.util.List.of(thread.getStackTrace()), e);
        }
    }

    /** The code with which the call failed. */
    ErrorCode code() {
        if (thrown() instanceof BelayException failure) {
            return failure.code();
        }
        throw new AssertionError("expected a BelayException", thrown());
    }

    /** True if the thread's interrupt flag was set when the call ended. */
    boolean keptFlag() {
        try {
            return interrupted.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
