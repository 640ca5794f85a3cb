package dev.belay.testing;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Owner;
import dev.belay.cancel.Pending;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes wrong in a memory transport, by the test's order: steps that never return, steps that
 * fail. One object serves a whole transport, both sides.
 *
 * <p>Any thread. {@link #awaitStalled} waits in real time.
 */
public final class Faults {
    /** The side that takes the step. */
    public enum Side {
        /** The one that connects. */
        CLIENT,
        /** The one that accepts. */
        SERVER
    }

    /** What a transport does. */
    public enum Step {
        /** Connecting. */
        CONNECT,
        /** Starting to listen. */
        LISTEN,
        /** Reading bytes or a message. */
        READ,
        /** Writing bytes or a message. */
        WRITE,
        /** Ending the output. */
        SHUTDOWN,
        /** Closing in order. */
        CLOSE
    }

    private record Place(Side side, Step step) {}

    private final Clock clock;
    private final Ledger stalled = new Ledger();
    private final Object lock = new Object();

    /** Steps that do not return; guarded by lock. */
    private final Set<Place> stalls = new HashSet<>();

    /** Threads inside such steps; guarded by lock. */
    private final List<Pending<@Nullable Void>> waiting = new ArrayList<>();

    /** Guarded by lock. */
    private @Nullable Place failing;

    /** Number of steps until one fails, or negative for none; guarded by lock. */
    private int failIn = -1;

    /** Steps taken so far; guarded by lock. */
    private int steps;

    /** Nothing goes wrong. */
    public Faults(Clock clock) {
        this.clock = clock;
    }

    /**
     * From now on this step does not return, until its connection is ended or {@link #release} is
     * called.
     */
    public Faults stall(Side side, Step step) {
        synchronized (lock) {
            stalls.add(new Place(side, step));
        }
        return this;
    }

    /** Ends all stalls: what is inside goes on. */
    public void release() {
        List<Pending<@Nullable Void>> released;
        synchronized (lock) {
            stalls.clear();
            released = new ArrayList<>(waiting);
            waiting.clear();
        }
        for (Pending<@Nullable Void> stall : released) {
            stall.complete(null);
        }
    }

    /** The next such step fails. */
    public Faults fail(Side side, Step step) {
        synchronized (lock) {
            failing = new Place(side, step);
        }
        return this;
    }

    /**
     * The step after the given number of further steps fails, whichever it is: to fail each step
     * once, in turn.
     */
    public Faults failIn(int further) {
        synchronized (lock) {
            failIn = further;
        }
        return this;
    }

    /** How many steps were taken so far. */
    public int steps() {
        synchronized (lock) {
            return steps;
        }
    }

    /**
     * Waits, in real time, until so many threads at least are inside stalled steps.
     *
     * @throws AssertionError they did not come within the limit
     */
    public void awaitStalled(int threads, Duration limit) throws InterruptedException {
        if (!stalled.awaitAtLeast(Ledger.Kind.THREAD, threads, limit)) {
            throw new AssertionError("expected " + threads + " stalled but have " + stalled);
        }
    }

    /**
     * Takes a step: returns, never returns, or fails, as ordered.
     *
     * @param owner what ends a stall besides
     */
    public void step(Side side, Step step, Owner owner) throws IOException {
        Pending<@Nullable Void> stall = null;
        synchronized (lock) {
            steps++;
            Place place = new Place(side, step);
            boolean fails = place.equals(failing) || failIn == 0;
            failIn = Math.max(-1, failIn - 1);
            if (fails) {
                failing = null;
                throw new IOException("injected fault: " + side + ' ' + step);
            }
            if (stalls.contains(place)) {
                stall = Pending.of(clock, "stalled " + step);
                waiting.add(stall);
            }
        }
        if (stall != null) {
            owner.adopt(stall);
            await(stall);
        }
    }

    private void await(Pending<@Nullable Void> stall) throws IOException {
        stalled.took(Ledger.Kind.THREAD);
        try {
            stall.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
        } catch (BelayException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            stalled.gave(Ledger.Kind.THREAD);
            synchronized (lock) {
                waiting.remove(stall);
            }
        }
    }
}
