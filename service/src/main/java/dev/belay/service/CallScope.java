package dev.belay.service;

import dev.belay.cancel.Failure;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What the calls of one {@link Call} have in common: they can be abandoned together, and abandoning
 * lasts. Free for use by any number of threads, as the function may hand its contract view to
 * others.
 */
final class CallScope {
    static final ErrorCode ABANDONED = ErrorCode.OPERATION_ABANDONED;

    private final Object lock = new Object();

    // Guarded by lock.
    private final List<Invocation> running = new ArrayList<>(1);
    private @Nullable Thread runner;
    private boolean abandoned;

    /** Makes a call part of this; fails it when the scope was abandoned. */
    void enter(Invocation invocation) {
        synchronized (lock) {
            if (!abandoned) {
                running.add(invocation);
                return;
            }
        }
        throw abandonedFailure().toException();
    }

    void leave(Invocation invocation) {
        synchronized (lock) {
            running.remove(invocation);
        }
    }

    /**
     * From here on the calling thread is interrupted by an abandon. False when it was abandoned
     * before.
     */
    boolean begin() {
        synchronized (lock) {
            if (abandoned) {
                return false;
            }
            runner = Thread.currentThread();
            return true;
        }
    }

    /**
     * From here on the calling thread is not interrupted any more; an interrupt by an abandon is
     * taken back.
     */
    void end() {
        synchronized (lock) {
            runner = null;
            if (abandoned) {
                Thread.interrupted();
            }
        }
    }

    /** Ends what runs and refuses what comes. Never waits. */
    void abandon() {
        List<Invocation> victims;
        synchronized (lock) {
            abandoned = true;
            victims = List.copyOf(running);
        }
        Failure failure = abandonedFailure();
        for (Invocation victim : victims) {
            victim.fail(failure);
        }
        synchronized (lock) {
            if (runner != null) {
                runner.interrupt();
            }
        }
    }

    /** Whether the calling thread runs the function of this scope. */
    boolean isRunBy(Thread thread) {
        synchronized (lock) {
            return runner == thread;
        }
    }

    static Failure abandonedFailure() {
        return Failure.of(ABANDONED, "the call was abandoned");
    }
}
