package dev.belay.cancel;

import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A pending operation: one result that threads wait for, completed or failed exactly once, by
 * anyone.
 *
 * <p>Of all calls of {@link #complete} and {@link #fail}, by whatever threads, exactly one wins and
 * returns true. Abort, abandon, time-out, interrupt and success are the same race: a time-out is a
 * failure set by the waiter itself. A value that loses the race is handed to the discard action
 * given on creation, so a connection that comes late is closed here and not by each caller.
 *
 * <p>Any thread may call any method. Only {@link #await} and {@link #awaitDone} wait. Completing
 * never waits: it wakes the waiters and, on failure, runs the closers, which must not block.
 *
 * @param <T> the result
 */
public final class Pending<T extends @Nullable Object> implements Owner {
    /**
     * Newest first: what is to be told at the end. The chain is replaced by an {@link Outcome}
     * exactly once.
     */
    private final AtomicReference<Link> state = new AtomicReference<>(Start.START);

    private final Clock clock;
    private final String name;
    private final @Nullable Consumer<? super T> discard;

    private Pending(Clock clock, String name, @Nullable Consumer<? super T> discard) {
        this.clock = clock;
        this.name = name;
        this.discard = discard;
    }

    /**
     * A new pending operation that belongs to no set.
     *
     * @param name what is waited for, for messages: "open", "reply"
     */
    public static <T extends @Nullable Object> Pending<T> of(Clock clock, String name) {
        return new Pending<>(clock, name, null);
    }

    /**
     * As {@link #of(Clock, String)}, for a result that must be closed if nobody gets it.
     *
     * @param discard runs on the thread that completes too late; must not block or throw
     */
    public static <T extends @Nullable Object> Pending<T> of(
            Clock clock, String name, Consumer<? super T> discard) {
        return new Pending<>(clock, name, discard);
    }

    /** What is waited for. */
    public String name() {
        return name;
    }

    /** Completes it; false if it had ended before, and then the value is discarded. Never waits. */
    public boolean complete(T value) {
        if (end(new Completed<>(value))) {
            return true;
        }
        if (discard != null) {
            discard.accept(value);
        }
        return false;
    }

    /**
     * Completes it unless it had ended before; a value that is refused stays with the caller and is
     * not discarded. Never waits.
     */
    public boolean offer(T value) {
        return end(new Completed<>(value));
    }

    /**
     * Fails it; false if it had ended before. Wakes the waiters and runs the closers. Never waits.
     */
    public boolean fail(Failure failure) {
        return end(new Failed(failure));
    }

    private boolean end(Outcome outcome) {
        while (true) {
            clock.step();
            Link link = state.get();
            if (link instanceof Outcome) {
                return false;
            }
            clock.step();
            if (state.compareAndSet(link, outcome)) {
                clock.step();
                tell(link, outcome);
                return true;
            }
        }
    }

    private void tell(Link newest, Outcome outcome) {
        for (Link link = newest; link instanceof Listener l; link = l.next) {
            if (l instanceof Waiter waiter) {
                clock.unpark(waiter.thread);
            }
        }
        Failure failure = outcome instanceof Failed failed ? failed.failure : null;
        for (Link link = newest; link instanceof Listener l; link = l.next) {
            tellOne(l, failure);
        }
    }

    private static void tellOne(Listener listener, @Nullable Failure failure) {
        if (listener instanceof Hook hook) {
            hook.ended();
        } else if (listener instanceof Closer closer && failure != null) {
            try {
                closer.action.run();
            } catch (RuntimeException e) {
                failure.suppress(Failure.of(e, ErrorCode.OTHER, "closing failed"));
            }
        }
    }

    /** True once completed or failed. */
    public boolean isDone() {
        return state.get() instanceof Outcome;
    }

    /** Why it failed; null while it is pending or if it was completed. */
    public @Nullable Failure failure() {
        return state.get() instanceof Failed failed ? failed.failure : null;
    }

    /**
     * Registers what must be closed if this fails: call it before the blocking call that the
     * closing ends. If it has failed already, the closer runs at once, here. It runs at most once,
     * on the thread that fails this, and must neither block nor take a lock that is held while
     * blocking.
     */
    public void onFailure(Runnable closer) {
        if (!add(new Closer(closer))) {
            Failure failure = failure();
            if (failure != null) {
                closer.run();
            }
        }
    }

    /**
     * Registers what runs at every end of this, good or bad; at once if it has ended already. The
     * rules of closers apply.
     */
    public void onEnd(Runnable action) {
        Hook hook =
                new Hook() {
                    @Override
                    void ended() {
                        action.run();
                    }
                };
        if (!add(hook)) {
            action.run();
        }
    }

    @Override
    public <C extends @Nullable Object> Pending<C> adopt(Pending<C> child) {
        onFailure(
                () -> {
                    Failure why = failure();
                    if (why != null) {
                        child.fail(why);
                    }
                });
        return child;
    }

    /** Adds a link to be told at the end; false if it has ended already. */
    boolean add(Listener listener) {
        while (true) {
            clock.step();
            Link link = state.get();
            if (link instanceof Outcome) {
                return false;
            }
            listener.next = link;
            clock.step();
            if (state.compareAndSet(link, listener)) {
                return true;
            }
        }
    }

    /**
     * Waits for the end and gives the result.
     *
     * <p>When the deadline passes, or the calling thread is or becomes interrupted, the waiter
     * fails this pending operation itself, unless it has ended meanwhile: what was first counts.
     * The interrupt flag is kept.
     *
     * @param onInterrupt the code for an interrupted waiter
     * @throws dev.belay.error.BelayException the failure, as an exception of this thread's own
     */
    public T await(Deadline deadline, ErrorCode onInterrupt) {
        Waiter waiter = null;
        while (true) {
            Link link = state.get();
            if (link instanceof Outcome outcome) {
                return resultOf(outcome);
            }
            clock.step();
            if (Thread.currentThread().isInterrupted()) {
                fail(Failure.of(onInterrupt, "interrupted while waiting for " + name));
            } else if (deadline.hasPassed()) {
                fail(Failure.of(ErrorCode.OPERATION_TIMED_OUT, name + ": " + deadline));
            } else if (waiter == null) {
                waiter = new Waiter(Thread.currentThread());
                add(waiter);
            } else {
                clock.park(this, deadline.at());
            }
        }
    }

    /**
     * Waits for the end without taking part: neither the deadline nor an interrupt fails it.
     *
     * @return true if it has ended; false if the deadline passed or the thread is interrupted (the
     *     flag is kept)
     */
    public boolean awaitDone(Deadline deadline) {
        Waiter waiter = null;
        while (true) {
            if (isDone()) {
                return true;
            }
            clock.step();
            if (Thread.currentThread().isInterrupted() || deadline.hasPassed()) {
                return false;
            }
            if (waiter == null) {
                waiter = new Waiter(Thread.currentThread());
                add(waiter);
            } else {
                clock.park(this, deadline.at());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private T resultOf(Outcome outcome) {
        return switch (outcome) {
            case Completed<?> completed -> (T) completed.value;
            case Failed failed -> throw failed.failure.toException();
        };
    }

    /** Name and whether it is pending, completed or failed with which code. */
    @Override
    public String toString() {
        return switch (state.get()) {
            case Completed<?> _ -> name + " (completed)";
            case Failed failed -> name + " (failed: " + failed.failure.code() + ')';
            case Start _, Listener _ -> name + " (pending)";
        };
    }

    sealed interface Link {}

    enum Start implements Link {
        START
    }

    sealed interface Outcome extends Link {}

    private record Completed<T extends @Nullable Object>(T value) implements Outcome {}

    private record Failed(Failure failure) implements Outcome {}

    /** One link of the chain of those who are told at the end. */
    abstract static sealed class Listener implements Link {
        private Link next = Start.START;
    }

    private static final class Waiter extends Listener {
        private final Thread thread;

        Waiter(Thread thread) {
            this.thread = thread;
        }
    }

    private static final class Closer extends Listener {
        private final Runnable action;

        Closer(Runnable action) {
            this.action = action;
        }
    }

    /** Told at every end, by the thread that ended it. */
    abstract static non-sealed class Hook extends Listener {
        abstract void ended();
    }
}
