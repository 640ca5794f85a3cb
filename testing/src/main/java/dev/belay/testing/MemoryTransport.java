package dev.belay.testing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Connecting;
import dev.belay.channel.transport.Connection;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.TransportOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.Map;

/**
 * A transport inside one process, with faults that the test injects. Hosts do not matter, ports do.
 * What blocks here blocks as on sockets: an interrupt closes the connection, an abort ends it from
 * any thread.
 */
public final class MemoryTransport implements Transport {
    private static final int BACKLOG = 50;

    private final Environment environment;
    private final Faults faults;
    private final Object lock = new Object();

    /** Who listens, by port; guarded by lock. */
    private final Map<Integer, MemoryAcceptor> acceptors = new HashMap<>();

    /** The next free port; guarded by lock. */
    private int nextPort = 10_000;

    private volatile MemoryConnection.@Nullable Pair latest;

    /** A transport without listeners. */
    public MemoryTransport(Environment environment) {
        this.environment = environment;
        this.faults = new Faults(environment.clock());
    }

    /** What goes wrong here. */
    public Faults faults() {
        return faults;
    }

    /** The connection that was made last, whether it is open or not; null if there was none. */
    public MemoryConnection.@Nullable Pair latest() {
        return latest;
    }

    /** Two ends of one connection that belongs to no listener. */
    public MemoryConnection.Pair pair() {
        return MemoryConnection.pair(environment, faults, address(0), address(0));
    }

    @Override
    public Connection connect(
            String host, int port, TransportOptions options, Connecting connecting) {
        Pending<?> opening = connecting.operation();
        try {
            faults.step(Faults.Side.CLIENT, Faults.Step.CONNECT, opening);
        } catch (IOException e) {
            Failure called = opening.failure();
            throw called != null
                    ? called.toException()
                    : new BelayException(
                            ErrorCode.ENDPOINT_UNREACHABLE, "no connection to port " + port, e);
        }
        MemoryAcceptor acceptor;
        synchronized (lock) {
            acceptor = acceptors.get(port);
        }
        if (acceptor == null) {
            throw new BelayException(
                    ErrorCode.ENDPOINT_NOT_FOUND, "nobody listens on port " + port);
        }
        MemoryConnection.Pair pair =
                MemoryConnection.pair(environment, faults, address(0), address(port));
        latest = pair;
        opening.onFailure(pair.client()::abort);
        if (!acceptor.arrived.offer(pair.server())) {
            pair.client().abort();
            pair.server().abort();
            throw new BelayException(
                    ErrorCode.ENDPOINT_NOT_FOUND, "nobody accepts on port " + port);
        }
        return pair.client();
    }

    @Override
    public Acceptor listen(
            String host, int port, TransportOptions options, Pending<?> opening, Environment by)
            throws IOException {
        faults.step(Faults.Side.SERVER, Faults.Step.LISTEN, opening);
        synchronized (lock) {
            int real = port == 0 ? nextPort++ : port;
            if (acceptors.containsKey(real)) {
                throw new BindException("port in use: " + real);
            }
            MemoryAcceptor acceptor = new MemoryAcceptor(real);
            acceptors.put(real, acceptor);
            environment.ledger().took(Ledger.Kind.CONNECTION);
            return acceptor;
        }
    }

    private static SocketAddress address(int port) {
        return InetSocketAddress.createUnresolved("memory", port);
    }

    private final class MemoryAcceptor implements Acceptor {
        private final int port;
        private final Inbox<Connection> arrived =
                new Inbox<>(
                        environment,
                        "connection",
                        BACKLOG,
                        Long.MAX_VALUE,
                        _ -> 0,
                        Connection::abort);

        MemoryAcceptor(int port) {
            this.port = port;
        }

        @Override
        public Connection accept() throws IOException {
            @Nullable Connection next;
            try {
                next = arrived.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
            } catch (BelayException e) {
                close();
                throw new IOException(e.getMessage(), e);
            }
            if (next == null) {
                throw new ClosedChannelException();
            }
            return next;
        }

        @Override
        public SocketAddress local() {
            return address(port);
        }

        @Override
        public void close() {
            synchronized (lock) {
                if (!acceptors.remove(port, this)) {
                    return;
                }
            }
            environment.ledger().gave(Ledger.Kind.CONNECTION);
            arrived.failNow(Failure.of(ErrorCode.OPERATION_ABORTED, "the acceptor was closed"));
        }
    }
}
