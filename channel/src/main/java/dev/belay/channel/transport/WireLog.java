package dev.belay.channel.transport;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A transport that shows every octet of its connections to a {@link WireListener}, as they are on
 * the wire: below framing and HTTP, above the socket. Two are equal if they log the same transport
 * to the same listener, and then share ports.
 *
 * <p>Any thread.
 *
 * @param inner what really makes the connections
 * @param listener whom to tell
 */
public record WireLog(Transport inner, WireListener listener) implements Transport {
    private static final AtomicLong IDS = new AtomicLong();

    /** Both must be there. */
    public WireLog {
        Objects.requireNonNull(inner, "inner");
        Objects.requireNonNull(listener, "listener");
    }

    @Override
    public Connection connect(
            String host, int port, TransportOptions options, Connecting connecting) {
        return logged(inner.connect(host, port, options, connecting));
    }

    @Override
    public Acceptor listen(
            String host,
            int port,
            TransportOptions options,
            Pending<?> opening,
            Environment environment)
            throws IOException {
        return new LoggedAcceptor(this, inner.listen(host, port, options, opening, environment));
    }

    Connection logged(Connection connection) {
        return new LoggedConnection(connection, listener, IDS.incrementAndGet());
    }
}
