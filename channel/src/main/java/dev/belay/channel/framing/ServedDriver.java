package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.transport.Connecting;
import dev.belay.error.ErrorCode;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.VersionMismatchException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * The receiver's end of a duplex session: one of those that a connection carries one after another.
 */
final class ServedDriver extends FramingDriver {
    private final ServedConnection served;
    private final String via;
    private final AddressingVersion addressing;
    private final Pending<@Nullable Void> ended;

    ServedDriver(
            ServedConnection served,
            String via,
            AddressingVersion addressing,
            Environment environment,
            ChannelOptions options) {
        super(environment, options);
        this.served = served;
        this.addressing = addressing;
        this.via = via;
        this.ended = Pending.of(environment.clock(), "end of the session");
    }

    @Override
    public void open(EndpointAddress to, Connecting connecting) {
        throw new IllegalStateException("an accepted session is open");
    }

    /** Sends the ack and whatever was queued behind it. */
    void start() {
        session().writer().start();
    }

    /** Completed when both directions have ended, failed when the session was aborted. */
    Pending<@Nullable Void> ended() {
        return ended;
    }

    /** What the peer sent behind its end record. */
    ByteBuffer rest() {
        return session().rest();
    }

    /**
     * The peer has closed its side after its end record, while replies are still due: it will
     * hardly read them.
     */
    void peerGone(Throwable cause) {
        DriverHost channel = host();
        if (channel != null && !ended.isDone()) {
            channel.peerGone(cause);
        }
    }

    /** The connection broke after the peer's end record. */
    void connectionLost(Throwable cause) {
        DriverHost channel = host();
        if (channel != null && !ended.isDone()) {
            channel.failed(cause);
        }
    }

    @Override
    void inputEnded() {
        served.lookBehind(this);
    }

    @Override
    boolean answers(VersionMismatchException mismatch, Pending<?> owner) {
        if (!session().hasOutputEnded()) {
            send(mismatch.reply(addressing), owner, null, Deadline.NONE);
        }
        return true;
    }

    @Override
    void refuse(FramingException violation) {
        FramingFault answer = violation.answer();
        if (answer != null && !session().hasOutputEnded()) {
            new Refusal(environment, release()).answer(answer, session().writer());
        }
    }

    @Override
    public void close(Deadline deadline) {
        session().shutdownOutput(deadline);
        if (session().hasInputEnded()) {
            release();
            served.idle();
            if (!ended.complete(null)) {
                served.abort(); // The session was aborted meanwhile; nobody looks behind it.
            }
        } else {
            release().close();
            ended.fail(
                    Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "the peer closed the connection"));
        }
    }

    @Override
    public void abort() {
        super.abort();
        ended.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "the session was aborted"));
    }

    @Override
    public String transportUrl() {
        return via;
    }
}
