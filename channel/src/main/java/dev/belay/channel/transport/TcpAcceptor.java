package dev.belay.channel.transport;

import dev.belay.cancel.Ledger;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** A listening TCP socket. */
final class TcpAcceptor implements Acceptor {
    private final ServerSocketChannel socket;
    private final TransportOptions options;
    private final Ledger ledger;
    private final SocketAddress local;
    private final AtomicBoolean closed = new AtomicBoolean();

    TcpAcceptor(ServerSocketChannel socket, TransportOptions options, Ledger ledger)
            throws IOException {
        this.socket = socket;
        this.options = options;
        this.ledger = ledger;
        this.local = socket.getLocalAddress();
    }

    @Override
    public Connection accept() throws IOException {
        SocketChannel accepted = socket.accept();
        TcpConnection connection = new TcpConnection(accepted, ledger);
        boolean ready = false;
        try {
            TcpTransport.configure(accepted, options);
            connection.connected();
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.abort();
            }
        }
    }

    @Override
    public SocketAddress local() {
        return local;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            socket.close();
        } catch (IOException _) {
            // Listening has ended all the same.
        } finally {
            ledger.gave(Ledger.Kind.CONNECTION);
        }
    }
}
