package dev.belay.testing.service;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.service.Call;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** What another thread comes to. */
final class Outcome<T> {
    private final CompletableFuture<T> value = new CompletableFuture<>();

    /** Runs on a thread of its own. */
    static <T> Outcome<T> of(Callable<T> action) {
        Outcome<T> outcome = new Outcome<>();
        Thread.startVirtualThread(
                () -> {
                    try {
                        outcome.set(action.call());
                    } catch (Throwable e) {
                        outcome.value.completeExceptionally(e);
                    }
                });
        return outcome;
    }

    /** Runs on a thread of its own, and comes to true. */
    static Outcome<Boolean> ofRun(Runnable action) {
        return of(
                () -> {
                    action.run();
                    return true;
                });
    }

    void set(T result) {
        value.complete(result);
    }

    T get() throws Exception {
        return value.get(ServiceBed.SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The code with which a call failed. */
    static ErrorCode codeOf(Call<?> call) throws Exception {
        try {
            Object result = call.get(ServiceBed.SOON.toMillis(), TimeUnit.MILLISECONDS);
            throw new AssertionError("the call came to " + result);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BelayException failure) {
                return failure.code();
            }
            throw e;
        }
    }
}
