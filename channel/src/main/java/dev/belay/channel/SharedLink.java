package dev.belay.channel;

import dev.belay.cancel.CloseWork;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.cancel.Pending;
import dev.belay.cancel.PendingSet;
import dev.belay.channel.spi.Incoming;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One life of a session that many callers share. One internal thread reads all the time: replies go
 * to the requests that wait for them, everything else into a bounded inbox. Callers wait in the
 * room only.
 */
final class SharedLink extends Link {
    /** This side's output. */
    private enum Output {
        OPEN,
        ENDING,
        ENDED
    }

    private final Inbox<Incoming> inbox;
    private final Correlation correlation;
    private final PendingSet receives;
    private final Pending<@Nullable Void> peerEnded;
    private final AtomicReference<Output> output = new AtomicReference<>(Output.OPEN);

    SharedLink(Channel channel, Environment environment, ChannelOptions options) {
        super(channel, environment);
        inbox =
                new Inbox<>(
                        environment,
                        "message",
                        options.maxReadAheadMessages(),
                        options.maxReadAheadOctets(),
                        Incoming::octets,
                        _ -> {});
        correlation = new Correlation(environment.clock(), options);
        receives = new PendingSet(environment);
        peerEnded = Pending.of(environment.clock(), "end of the peer's session");
        onFailure(() -> end(failure()));
    }

    private void end(@Nullable Failure why) {
        if (why == null) {
            return;
        }
        peerEnded.fail(why);
        if (why.code() == ErrorCode.OPERATION_ABORTED) {
            inbox.failNow(why);
        } else {
            inbox.failAfter(why);
        }
        receives.failAll(why);
    }

    @Override
    void opened() {
        environment.start("belay-session-reader", this::read);
    }

    private void read() {
        try {
            while (true) {
                Incoming incoming = driver().receive(life(), Deadline.NONE);
                if (incoming == null) {
                    peerEnded();
                    return;
                }
                dispatch(incoming);
            }
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
    }

    private void peerEnded() {
        inbox.finish();
        peerEnded.complete(null);
        correlation.failAll(
                Failure.of(
                        ErrorCode.ENDPOINT_DISCONNECTED,
                        "the peer ended the session before its reply"));
    }

    private void dispatch(Incoming incoming) {
        Message message = incoming.message();
        String relatesTo = message.headers().relatesTo();
        Correlation.Match match = Correlation.Match.UNKNOWN;
        if (relatesTo != null) {
            match = correlation.match(relatesTo, message);
        } else if (message.isFault()) {
            match = correlation.matchFault(message);
        }
        switch (match) {
            case GIVEN, DROPPED -> {}
            case UNKNOWN -> inbox.put(incoming, Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
            case AMBIGUOUS ->
                    throw new BelayException(
                            ErrorCode.ENDPOINT_FAULT_RECEIVED,
                            "a fault that relates to none of several requests");
        }
    }

    @Override
    void send(Message message, Deadline deadline) {
        requireOutput("send");
        Pending<@Nullable Void> written = pendings().add("send");
        if (!written.isDone()) {
            handOver(message, written, written, deadline);
        }
        try {
            written.await(deadline, ErrorCode.OPERATION_ABANDONED);
        } catch (BelayException e) {
            if (e.code() == ErrorCode.OPERATION_TIMED_OUT) {
                failed(e);
            }
            throw e;
        }
    }

    @Override
    void send(Message message, Pending<@Nullable Message> outcome, Deadline deadline) {
        requireOutput("send");
        pendings().adopt(outcome);
        Pending<@Nullable Void> written =
                outcome.adopt(Pending.of(environment.clock(), "end of sending"));
        if (!written.isDone()) {
            handOver(message, outcome, written, deadline);
        }
        try {
            written.await(deadline, ErrorCode.OPERATION_ABANDONED);
            outcome.complete(null);
        } catch (BelayException e) {
            outcome.fail(Failures.of(e, "send"));
        }
    }

    /** Gives the message to the driver; what fails there fails the owner. */
    private void handOver(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline) {
        try {
            driver().send(message, owner, written, deadline);
        } catch (IOException e) {
            failed(e);
            owner.fail(Failures.of(e, "send"));
        } catch (RuntimeException e) {
            owner.fail(Failures.of(e, "send"));
        }
    }

    @Override
    void request(Message message, Pending<@Nullable Message> outcome, Deadline deadline) {
        requireOutput("request");
        String id = channel.ensureMessageId(message);
        pendings().adopt(outcome);
        if (outcome.isDone()) {
            return;
        }
        try { // after the adoption: once it no longer counts as pending, it counts as abandoned
            correlation.register(id, message, outcome);
        } catch (IllegalArgumentException e) {
            outcome.fail(Failures.of(e, "request"));
            throw e;
        }
        if (!outcome.isDone()) {
            handOver(message, outcome, null, deadline);
        }
        if (peerEnded.isDone()) {
            outcome.fail(
                    Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "the peer has ended the session"));
        }
    }

    private void requireOutput(String call) {
        if (output.get() != Output.OPEN) {
            throw new IllegalStateException(call + " is not allowed: the session was shut down");
        }
    }

    @Override
    @Nullable Message receive(Deadline deadline) {
        try {
            return given(inbox.take(deadline, ErrorCode.OPERATION_ABORTED, receives));
        } catch (BelayException e) {
            if (e.code() == ErrorCode.OPERATION_TIMED_OUT && deadline.hasPassed()) {
                failed(e);
            }
            throw e;
        }
    }

    @Override
    boolean hasQueued() {
        return !inbox.isExhausted() && inbox.size() > 0;
    }

    @Override
    void shutdownSession(Deadline deadline) {
        if (!output.compareAndSet(Output.OPEN, Output.ENDING)) {
            throw new IllegalStateException(
                    "shutdownSession is not allowed: the session was shut down");
        }
        try {
            endOutput(deadline, ErrorCode.OPERATION_ABANDONED);
        } catch (BelayException e) {
            if (e.code() == ErrorCode.OPERATION_TIMED_OUT) {
                failed(e);
            }
            throw e;
        }
    }

    private void endOutput(Deadline deadline, ErrorCode onInterrupt) {
        Pending<@Nullable Void> ended = pendings().add("shutdown");
        if (!ended.isDone()) { // else there was an abort: the peer must see a reset and no end
            environment.run("belay-shutdown", ended, () -> shutdownOutput(deadline));
        }
        ended.await(deadline, onInterrupt);
    }

    private @Nullable Void shutdownOutput(Deadline deadline) {
        try {
            driver().shutdownOutput(deadline);
            output.set(Output.ENDED);
        } catch (IOException e) {
            failed(e);
            throw Failures.of(e, "shutdown").toException();
        }
        return null;
    }

    @Override
    boolean isSessionShutDown() {
        return output.get() != Output.OPEN;
    }

    @Override
    int abandonedRequests() {
        return correlation.abandonedCount();
    }

    @Override
    boolean abandon(Message message) {
        Pending<@Nullable Message> outcome = correlation.outcomeOf(message);
        return outcome != null && outcome.fail(Channel.abandoned());
    }

    @Override
    boolean closeGracefully(ChannelCloseWork work, Deadline deadline) {
        Failure closing = Failure.of(ErrorCode.OPERATION_ABORTED, "channel was closed");
        receives.failAll(closing);
        inbox.failNow(closing);
        if (!pendings().awaitEmpty(deadline)) {
            throw CloseWork.notInTime(deadline);
        }
        if (channel.type().hasOutput() && output.compareAndSet(Output.OPEN, Output.ENDING)) {
            endOutput(deadline, ErrorCode.OPERATION_ABORTED);
        }
        if (correlation.abandonedCount() > 0 && !peerEnded.isDone()) {
            return false; // Their replies would come before the peer's end; nobody wants them.
        }
        pendings().adopt(peerEnded);
        peerEnded.await(deadline, ErrorCode.OPERATION_ABORTED);
        return true;
    }

    @Override
    void drop(Failure why) {
        inbox.failNow(why);
        receives.failAll(why);
    }
}
