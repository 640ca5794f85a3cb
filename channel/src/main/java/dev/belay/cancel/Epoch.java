package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * One life of an object that can be opened again: from the start of an open to the end of its
 * close. What still unwinds from an earlier life holds the earlier epoch, and so finds itself
 * stale. Objects extend it by what they hold for one life.
 *
 * <p>Any thread; nothing here waits.
 */
public class Epoch {
    private final PendingSet pendings;
    private final Pending<@Nullable Void> end;
    private final Pending<CloseOutcome> closed;

    /** Written under the lock of the lifecycle, once. */
    private volatile @Nullable Failure failure;

    /** A life that has not begun. */
    protected Epoch(Environment environment) {
        pendings = new PendingSet(environment);
        end = Pending.of(environment.clock(), "end");
        closed = Pending.of(environment.clock(), "close");
    }

    /** The operations of this life. */
    public final PendingSet pendings() {
        return pendings;
    }

    /** Why this life ended, the first reason; null while it has not. */
    public final @Nullable Failure failure() {
        return failure;
    }

    /**
     * Fails when this life does; completed when it ends well. What blocks on behalf of the whole
     * life belongs to it.
     */
    public final Pending<?> life() {
        return end;
    }

    /** Completed when the close of this life has ended. */
    public final Pending<CloseOutcome> closed() {
        return closed;
    }

    /**
     * Registers what must be ended at once when this life fails; runs at once if it has. It must
     * not block.
     *
     * @see Pending#onFailure
     */
    public final void onFailure(Runnable closer) {
        end.onFailure(closer);
    }

    /**
     * Ends what belongs to this life, after {@link Lifecycle} has noted why: fails the pending
     * operations and runs the closers, each once. Never waits. Call it outside any lock.
     */
    public final void terminate() {
        Failure why = Objects.requireNonNull(failure, "a life ends for a reason");
        pendings.failAll(why);
        end.fail(why);
    }

    /**
     * This life has ended well: what still breaks while its last resources are dropped is no
     * failure any more. An operation that found the object open and comes only now fails, for
     * nobody would ever end it.
     */
    final void settle(Failure why) {
        pendings.failAll(why);
        end.complete(null);
    }

    /** True once nothing can fail this life any more. */
    final boolean isSettled() {
        return closed.isDone() || (end.isDone() && end.failure() == null);
    }

    /**
     * Keeps the first failure and adds later ones to it. Called under the lock of the lifecycle.
     */
    final void fail(Failure why) {
        Failure first = failure;
        if (first == null) {
            failure = why.rooted();
        } else {
            first.suppress(why);
        }
    }
}
