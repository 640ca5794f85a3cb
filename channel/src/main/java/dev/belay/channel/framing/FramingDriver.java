package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.Timeouts;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.transport.Connection;
import dev.belay.soap.Message;
import dev.belay.soap.VersionMismatchException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;

/** What the drivers of both ends of a session have in common. */
abstract class FramingDriver implements ChannelDriver {
    private static final Duration USUAL_PROGRESS = Duration.ofSeconds(30);

    final Environment environment;
    final ChannelOptions options;
    private volatile @Nullable DriverHost host;
    private volatile @Nullable Connection connection;
    private volatile @Nullable FramingSession session;
    private volatile @Nullable SocketAddress remote;
    private volatile boolean aborted;

    /** The connection and what is still to be written belong to others now. */
    private volatile boolean released;

    FramingDriver(Environment environment, ChannelOptions options) {
        this.environment = environment;
        this.options = options;
    }

    @Override
    public final void attach(DriverHost channel) {
        host = channel;
    }

    final @Nullable DriverHost host() {
        return host;
    }

    /** Takes a connection over, which abort then ends; at once if there was an abort. */
    final void adopt(Connection opened) {
        connection = opened;
        remote = opened.remote();
        if (aborted) {
            opened.abort();
        }
    }

    /** Lets the connection and its writer go: abort no longer touches them. */
    final Connection release() {
        released = true;
        return Objects.requireNonNull(connection);
    }

    /** Begins the message phase on the adopted connection. */
    final FramingSession begin(
            RecordDecoder decoder, ByteBuffer buffer, SessionCodec codec, String via) {
        FramingSession.Setup setup =
                new FramingSession.Setup(
                        environment, Objects.requireNonNull(connection), new Relay(), codec, via);
        FramingSession begun = new FramingSession(setup, decoder, buffer);
        session = begun;
        if (aborted) {
            begun.abort();
        }
        return begun;
    }

    final FramingSession session() {
        FramingSession begun = session;
        if (begun == null) {
            throw new IllegalStateException("the session is not open");
        }
        return begun;
    }

    /**
     * The channel, which a session may need before it is attached. Where its waiting has no limit,
     * progress has one all the same.
     */
    private final class Relay implements DriverHost {
        @Override
        public Timeouts timeouts() {
            DriverHost channel = host;
            Timeouts set = channel == null ? options.timeouts() : channel.timeouts();
            Timeouts bounded = set.send() == null ? set.withSend(USUAL_PROGRESS) : set;
            return bounded.receive() == null ? bounded.withReceive(USUAL_PROGRESS) : bounded;
        }

        @Override
        public void failed(Throwable cause) {
            DriverHost channel = host;
            if (channel == null) {
                abort();
            } else if (!released) {
                channel.failed(cause);
            }
        }

        @Override
        public void peerGone(Throwable cause) {
            DriverHost channel = host;
            if (channel != null && !released) {
                channel.peerGone(cause);
            }
        }
    }

    @Override
    public final void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline) {
        session().send(message, owner, written, deadline);
    }

    @Override
    public final @Nullable Incoming receive(Pending<?> owner, Deadline deadline)
            throws IOException {
        while (true) {
            try {
                Incoming incoming = session().receive();
                if (incoming == null && session().hasInputEnded()) {
                    inputEnded();
                }
                return incoming;
            } catch (VersionMismatchException mismatch) {
                if (!answers(mismatch, owner)) {
                    throw mismatch;
                }
            } catch (FramingException violation) {
                refuse(violation);
                throw Faults.broken(violation);
            }
        }
    }

    /**
     * The peer sent an envelope of another version, in a frame that was good. Waits only as the
     * sender of a message does.
     *
     * @return true if the session goes on
     */
    boolean answers(VersionMismatchException mismatch, Pending<?> owner) {
        return false;
    }

    /**
     * The peer has sent its end record. Called on the reading thread, which will not read again.
     */
    abstract void inputEnded();

    /** The peer broke the rules; an answer, if one is due, must not delay the reading thread. */
    abstract void refuse(FramingException violation);

    @Override
    public final void shutdownOutput(Deadline deadline) {
        session().shutdownOutput(deadline);
    }

    @Override
    public void abort() {
        aborted = true;
        if (released) {
            return;
        }
        Connection adopted = connection;
        if (adopted != null) {
            adopted.abort();
        }
        FramingSession begun = session;
        if (begun != null) {
            begun.abort();
        }
    }

    @Override
    public final @Nullable SocketAddress remote() {
        return remote;
    }
}
