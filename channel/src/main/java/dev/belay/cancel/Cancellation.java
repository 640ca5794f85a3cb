package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells a running operation that nobody wants its result any more. The operation asks {@link
 * #isCancelled()} or registers callbacks; the other end is a {@link CancellationSource}.
 *
 * <p>Any thread. Nothing here waits.
 */
public final class Cancellation {
    private static final ScopedValue<Cancellation> CURRENT = ScopedValue.newInstance();

    private final CancellationSource source;

    Cancellation(CancellationSource source) {
        this.source = source;
    }

    /**
     * The one of the operation that the calling thread works for, or null. Threads started by an
     * operation need {@link #wrap}.
     */
    public static @Nullable Cancellation current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** True once the operation was told to stop. */
    public boolean isCancelled() {
        return source.reason() != null;
    }

    /** Why; null while it goes on. */
    public @Nullable CancelReason reason() {
        return source.reason();
    }

    /**
     * Registers a callback; any number of times. Each is told at most once, on a thread of its own
     * kind, neither the one that cancels nor one that reads; at once if the operation was told to
     * stop before. It is never told after the operation has ended. What it throws is logged.
     *
     * @return takes the callback back
     */
    public Registration onCancel(Consumer<CancelReason> callback) {
        return source.register(callback);
    }

    /** The task with this as its {@link #current()}, for a thread that the operation starts. */
    public <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        return () -> ScopedValue.where(CURRENT, this).call(task::call);
    }

    /** As {@link #wrap(Callable)}. */
    public Runnable wrap(Runnable task) {
        return () -> ScopedValue.where(CURRENT, this).run(task);
    }

    /** An executor whose tasks have this as their {@link #current()}. */
    public Executor wrap(Executor executor) {
        return task -> executor.execute(wrap(task));
    }
}
