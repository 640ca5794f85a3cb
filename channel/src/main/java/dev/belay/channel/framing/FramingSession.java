package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.spi.SessionWriter;
import dev.belay.channel.transport.Connection;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.soap.TransportInfo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The message phase of one session, the same at both ends: frames out by a writer of its own,
 * records in on the thread of whoever receives.
 */
final class FramingSession {
    private static final long MAX_QUEUED = 256 * 1024;

    private final SessionCodec codec;
    private final TransportInfo transport;
    private final RecordInput input;
    private final ProgressWatch reading;
    private final SessionWriter writer;
    private volatile boolean outputEnded;
    private volatile boolean inputEnded;

    /** What a session is made of. */
    record Setup(
            Environment environment,
            Connection connection,
            DriverHost host,
            SessionCodec codec,
            String via) {}

    /**
     * A session whose writer has not started.
     *
     * @param decoder stands behind the preamble
     * @param buffer what was read and not decoded yet
     */
    FramingSession(Setup setup, RecordDecoder decoder, ByteBuffer buffer) {
        this.codec = setup.codec;
        this.transport =
                TransportInfo.of(setup.connection.remote(), setup.connection.local(), setup.via);
        this.reading =
                new ProgressWatch(
                        setup.environment,
                        "receive",
                        () -> Objects.requireNonNull(setup.host.timeouts().receive()),
                        () -> setup.host.failed(stalled()));
        this.input = new RecordInput(setup.connection, decoder, reading, buffer);
        this.writer =
                new SessionWriter(setup.connection, setup.environment, setup.host, MAX_QUEUED);
    }

    private static BelayException stalled() {
        return new BelayException(
                ErrorCode.OPERATION_TIMED_OUT, "no progress of a message that has begun to come");
    }

    SessionWriter writer() {
        return writer;
    }

    boolean hasOutputEnded() {
        return outputEnded;
    }

    /** What was read behind the peer's end record. */
    ByteBuffer rest() {
        return input.buffer();
    }

    boolean hasInputEnded() {
        return inputEnded;
    }

    void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline) {
        writer.awaitRoom(owner, deadline);
        codec.send(message, written, writer);
    }

    /**
     * Reads up to the next message.
     *
     * @return null when the peer has ended its direction
     * @throws FramingException the peer breaks the rules, and may get an answer
     * @throws BelayException the peer sent a fault, or has gone, or sent what cannot be decoded
     */
    @Nullable Incoming receive() throws IOException, FramingException {
        FramingRecord record = input.next();
        return switch (record) {
            case null -> endOfInput();
            case FramingRecord.SizedEnvelope envelope -> {
                byte[] octets = envelope.octets().array();
                yield new Incoming(codec.decode(octets).transport(transport), octets.length);
            }
            case FramingRecord.Fault(String text) -> throw Faults.received(text);
            case FramingRecord.Signal signal -> {
                inputEnded = true;
                reading.close();
                yield null;
            }
            case FramingRecord.Version _,
                    FramingRecord.Mode _,
                    FramingRecord.Via _,
                    FramingRecord.Encoding _,
                    FramingRecord.UpgradeRequest _,
                    FramingRecord.Chunk _ ->
                    throw new IllegalStateException("inside a session: " + record);
        };
    }

    private @Nullable Incoming endOfInput() {
        reading.close();
        return switch (input.decoder().endOfInput()) {
            case AFTER_END, NEVER_BEGAN, INSIDE_PREAMBLE, REFUSED -> null;
            case INSIDE_RECORD ->
                    throw new BelayException(
                            ErrorCode.ENDPOINT_DISCONNECTED,
                            "the peer closed the connection inside a message");
            case WITHOUT_END -> {
                if (!outputEnded) {
                    throw new BelayException(
                            ErrorCode.ENDPOINT_DISCONNECTED,
                            "the peer closed the connection without ending the session");
                }
                yield null;
            }
        };
    }

    /** Sends the end record behind all that was handed over, and waits until it is written. */
    void shutdownOutput(Deadline deadline) {
        if (!outputEnded) {
            outputEnded = true;
            writer.submitLast(RecordEncoder.signal(RecordType.END));
        }
        writer.finish(deadline);
    }

    /** Ends all waiting. Whoever calls this ends the connection as well. Never waits. */
    void abort() {
        reading.close();
        writer.abort();
    }
}
