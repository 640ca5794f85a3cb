package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Registration;
import dev.belay.channel.port.SharedPort;
import dev.belay.channel.transport.Connection;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Function;

/**
 * One accepted connection: it reads a preamble, hands the session over, and after the session's end
 * reads the next preamble, routed anew. A thread of its own exists only while a preamble is awaited
 * or read; in between the channel's reader has the connection.
 */
final class ServedConnection {
    private static final System.Logger LOG = System.getLogger(ServedConnection.class.getName());
    private static final int BUFFER = 2048;

    private final Environment environment;
    private final Connection connection;
    private final SharedPort<FramingListener> port;
    private final NetTcpProtocol protocol;

    /** Guarded by this. */
    private @Nullable Registration timer;

    ServedConnection(
            Environment environment,
            Connection connection,
            SharedPort<FramingListener> port,
            NetTcpProtocol protocol) {
        this.environment = environment;
        this.connection = connection;
        this.port = port;
        this.protocol = protocol;
    }

    Connection connection() {
        return connection;
    }

    /** Serves the first preamble. */
    void start() {
        ByteBuffer empty = ByteBuffer.allocate(BUFFER).flip();
        environment.start("belay-preamble", () -> serve(empty));
    }

    private void serve(ByteBuffer buffer) {
        limit(longest(FramingListener::connectTimeout), "connect", connection::abort);
        Preamble<FramingListener> preamble = judged(buffer);
        // From here on the session may end and the connection be idle again at any moment.
        unlimited();
        protocol.leave(this);
        if (preamble != null) {
            handOver(preamble, buffer);
        }
    }

    /** Reads a preamble; null when there was none to serve, and then the connection has ended. */
    private @Nullable Preamble<FramingListener> judged(ByteBuffer buffer) {
        try {
            RecordDecoder decoder = RecordDecoder.ofReceiver(FramingQuotas.DEFAULT);
            Preamble<FramingListener> preamble = preamble(decoder, buffer);
            if (preamble == null) {
                connection.close();
            }
            return preamble;
        } catch (FramingException violation) {
            unlimited();
            LOG.log(Level.DEBUG, "refused {0}: {1}", connection, violation.text());
            new Refusal(environment, connection).answer(violation.answer());
        } catch (IOException gone) {
            connection.abort();
        }
        return null;
    }

    /** Reads a preamble; null when the peer has closed instead. */
    private @Nullable Preamble<FramingListener> preamble(RecordDecoder decoder, ByteBuffer buffer)
            throws IOException, FramingException {
        PreambleReceiver<FramingListener> receiver =
                new PreambleReceiver<>(decoder, EnumSet.of(FramingMode.DUPLEX), this::route);
        while (true) {
            Preamble<FramingListener> preamble = receiver.receive(buffer);
            if (preamble != null) {
                return preamble;
            }
            if (!fill(buffer)) {
                return null;
            }
        }
    }

    private @Nullable FramingListener route(Via via) {
        FramingListener found = port.find(via.path());
        return found != null && found.isStarted() ? found : null;
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        buffer.clear();
        try {
            return connection.read(buffer) >= 0;
        } finally {
            buffer.flip();
        }
    }

    private void handOver(Preamble<FramingListener> preamble, ByteBuffer buffer) {
        if (!protocol.tryWait()) {
            new Refusal(environment, connection).answer(FramingFault.SERVER_TOO_BUSY);
            return;
        }
        FramingListener listener = preamble.target();
        ServedDriver driver = listener.driver(this, preamble, buffer);
        boolean taken = false;
        try {
            taken = listener.accept(driver);
        } finally {
            protocol.waited();
            if (!taken) {
                driver.abort();
            }
        }
        if (taken) {
            driver.start();
        }
    }

    /**
     * The peer has ended its direction of a session: looks for what it does next, which is the next
     * preamble in the best case, or that it goes while replies are due.
     */
    void lookBehind(ServedDriver session) {
        environment.start("belay-preamble", () -> between(session));
    }

    private void between(ServedDriver session) {
        ByteBuffer buffer = session.rest();
        boolean more = true;
        try {
            if (!buffer.hasRemaining()) {
                more = fill(buffer);
            }
            if (!more) {
                session.peerGone(
                        new EOFException("the peer closed the connection behind its end record"));
            }
        } catch (IOException lost) {
            session.connectionLost(lost);
            more = false;
        }
        boolean ended =
                session.ended().awaitDone(Deadline.NONE) && session.ended().failure() == null;
        if (ended && more) {
            serve(buffer);
        } else if (ended) {
            unlimited();
            protocol.leave(this);
            connection.close();
        }
    }

    /** Both directions of a session have ended; the next preamble has a while to come. */
    void idle() {
        limit(longest(FramingListener::idleTimeout), "idle", connection::close);
        protocol.enter(this);
    }

    /** Nothing more is served on this connection. Never blocks. */
    void abort() {
        unlimited();
        protocol.leave(this);
        connection.abort();
    }

    /**
     * The longest limit of all listeners here, for it is not known yet to which of them this leads.
     */
    private @Nullable Duration longest(Function<FramingListener, @Nullable Duration> limits) {
        Duration longest = Duration.ZERO;
        for (FramingListener listener : port.listeners()) {
            Duration limit = limits.apply(listener);
            if (limit == null) {
                return null;
            }
            longest = limit.compareTo(longest) > 0 ? limit : longest;
        }
        return longest;
    }

    private void limit(@Nullable Duration limit, String name, Runnable action) {
        Registration next =
                environment.schedule(Deadline.after(limit, environment.clock(), name), action);
        replaceTimer(next);
    }

    private void unlimited() {
        replaceTimer(null);
    }

    private void replaceTimer(@Nullable Registration next) {
        Registration last;
        synchronized (this) {
            last = timer;
            timer = next;
        }
        if (last != null) {
            last.close();
        }
    }
}
