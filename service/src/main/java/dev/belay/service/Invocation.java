package dev.belay.service;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * One call that a proxy waits for. Its reply is the one thing that decides: it comes, or whoever
 * ends the call first fails it (abandon, abort, time-out, interrupt, a broken channel).
 */
final class Invocation {
    private final Operation<?, ?, ?> operation;
    private final int callId;
    private final Clock clock;
    private final long started;
    private final Pending<@Nullable Message> outcome;

    Invocation(Operation<?, ?, ?> operation, int callId, Clock clock) {
        this.operation = operation;
        this.callId = callId;
        this.clock = clock;
        started = clock.nanoTime();
        outcome = Pending.of(clock, operation.isOneWay() ? "end of sending" : "reply");
    }

    /** The reply; null in it when nothing is answered. */
    Pending<@Nullable Message> outcome() {
        return outcome;
    }

    Operation<?, ?, ?> operation() {
        return operation;
    }

    int callId() {
        return callId;
    }

    /** Ends the call for its caller; false when it had its outcome before. Never waits. */
    boolean fail(Failure failure) {
        return outcome.fail(failure);
    }

    PendingCall snapshot() {
        return new PendingCall(operation, callId, Duration.ofNanos(clock.nanoTime() - started));
    }
}
