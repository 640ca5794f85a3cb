package dev.belay.cancel;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * The state of an object that is opened, used, aborted, closed and reset: one field, changed here
 * only, by a table, under one lock.
 *
 * <p>Each method decides under the lock and returns what its caller must do outside it; nothing
 * here waits, calls the application or does I/O. Each open begins an {@link Epoch}; a completion
 * that names an epoch which is no longer the present one changes nothing.
 *
 * <p>An abort in the initial state is remembered: the next open or accept fails and thereby forgets
 * it, as do close and reset.
 *
 * @param <S> the states
 * @param <E> what the object keeps for one life
 */
public final class Lifecycle<S extends Enum<S>, E extends Epoch> {
    private final LifecycleTable<S> table;
    private final Environment environment;
    private final String name;
    private final Object lock = new Object();

    /** Written under the lock. */
    private volatile S state;

    /** The present life, or the last one until a reset; written under the lock. */
    private volatile @Nullable E epoch;

    /** The abort that came before an open; guarded by lock. */
    private @Nullable Failure abortedBefore;

    /** Written under the lock. */
    private volatile @Nullable CloseOutcome outcome;

    /**
     * A lifecycle in the initial state.
     *
     * @param name what the object is called in messages: "channel", "listener"
     */
    public Lifecycle(LifecycleTable<S> table, Environment environment, String name) {
        this.table = table;
        this.environment = environment;
        this.name = name;
        this.state = table.initial();
    }

    /** The state now; it may be another one before the caller looks at it. */
    public S state() {
        return state;
    }

    /** What the object is called in messages. */
    public String name() {
        return name;
    }

    /** The present life, or null if there was none since creation or reset. */
    public @Nullable E epoch() {
        return epoch;
    }

    /** How the last close ended; null if there was none since creation or reset. */
    public @Nullable CloseOutcome outcome() {
        return outcome;
    }

    /** True if the epoch is the present one and the object is open. */
    public boolean isOpen(Epoch mine) {
        return epoch == mine && state == table.open();
    }

    /**
     * Starts an open or accept: a new epoch.
     *
     * @param started the new life; its owner ends it when the open fails
     * @throws IllegalStateException if the state does not allow it
     * @throws BelayException OPERATION_ABORTED if the object was aborted just before
     */
    public void start(Trigger trigger, String call, E started) {
        environment.clock().step();
        Failure aborted;
        synchronized (lock) {
            S next = table.next(state, trigger);
            if (next == null) {
                throw illegal(call);
            }
            aborted = abortedBefore;
            abortedBefore = null;
            if (aborted == null) {
                state = next;
                epoch = started;
                outcome = null;
            }
        }
        if (aborted != null) {
            throw aborted.as(ErrorCode.OPERATION_ABORTED, name + " was aborted before " + call)
                    .toException();
        }
    }

    /** Ends an open well; false if it is stale, and then what was opened must be dropped. */
    public boolean opened(Epoch mine) {
        return move(mine, Trigger.OPENED, null);
    }

    /** Ends an open badly; false if it is stale. */
    public boolean openFailed(Epoch mine, Failure why) {
        return move(mine, Trigger.OPEN_FAILED, why);
    }

    /**
     * Faults the object; false if that is stale or the state does not allow it. The failure is kept
     * even so if the epoch is the present one: as its first reason, or added to that. The caller
     * then fails the pending operations of the epoch.
     */
    public boolean fault(Epoch mine, Failure why) {
        return move(mine, Trigger.FAULT, why);
    }

    private boolean move(Epoch mine, Trigger trigger, @Nullable Failure why) {
        environment.clock().step();
        synchronized (lock) {
            if (epoch != mine || mine.isSettled()) {
                return false;
            }
            S next = table.next(state, trigger);
            if (why != null && state != table.initial()) {
                mine.fail(why);
            }
            if (next == null) {
                return false;
            }
            state = next;
            return true;
        }
    }

    /**
     * Aborts. The state changes here, before anything else is done.
     *
     * @return the epoch whose operations and resources the caller must now end, with {@link
     *     Epoch#failure()}; null if there is nothing to end
     */
    public @Nullable E abort(Failure why) {
        environment.clock().step();
        synchronized (lock) {
            S next = table.next(state, Trigger.ABORT);
            if (next == null) {
                return null;
            }
            if (state == table.initial()) {
                if (abortedBefore == null) {
                    abortedBefore = why.rooted();
                }
                return null;
            }
            E mine = epoch;
            boolean over = mine == null || mine.isSettled();
            if (mine != null && !over) {
                mine.fail(why); // Before the state, so that who sees that also sees why.
            }
            state = next;
            if (over) {
                return null;
            }
            if (next == table.initial()) {
                epoch = null;
            }
            return mine;
        }
    }

    /**
     * Starts a close.
     *
     * @param why the reason for operations that the close itself must end
     */
    public Closing<E> close(Failure why) {
        environment.clock().step();
        synchronized (lock) {
            E mine = epoch;
            if (state == table.closing() && mine != null) {
                return new Closing<>(Closing.Step.JOIN, mine);
            }
            S next = table.next(state, Trigger.CLOSE);
            abortedBefore = null;
            if (next == null) {
                throw illegal("close");
            }
            if (next == table.closing()) {
                state = next;
                return new Closing<>(Closing.Step.RUN, mine);
            }
            if (state == next) {
                return new Closing<>(Closing.Step.NOTHING, null);
            }
            outcome = CloseOutcome.GRACEFUL;
            boolean over = mine == null || mine.isSettled();
            if (mine != null && !over) {
                mine.fail(why);
            }
            state = next;
            if (over) {
                return new Closing<>(Closing.Step.NOTHING, null);
            }
            return new Closing<>(Closing.Step.END, mine);
        }
    }

    /** Ends a close. The caller then completes {@link Epoch#closed()}. */
    public void closed(Epoch mine, CloseOutcome how) {
        environment.clock().step();
        synchronized (lock) {
            S next = table.next(state, Trigger.CLOSED);
            if (epoch == mine && next != null) {
                state = next;
                outcome = how;
            }
        }
        mine.closed().complete(how);
    }

    /**
     * Makes the object as new.
     *
     * @throws IllegalStateException if the state does not allow it
     */
    public void reset() {
        environment.clock().step();
        synchronized (lock) {
            S next = table.next(state, Trigger.RESET);
            if (next == null) {
                throw illegal("reset");
            }
            state = next;
            epoch = null;
            abortedBefore = null;
            outcome = null;
        }
    }

    /** Misuse: names object, state and call. Not thrown. */
    public IllegalStateException illegal(String call) {
        return new IllegalStateException(call + " is not allowed: " + name + " is " + state);
    }

    /** Short identity and state. */
    @Override
    public String toString() {
        return name + '@' + Integer.toHexString(System.identityHashCode(this)) + ' ' + state;
    }
}
