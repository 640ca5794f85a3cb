package dev.belay.channel.transport;

import java.io.IOException;
import java.net.SocketAddress;

/** An acceptor whose connections are logged. */
record LoggedAcceptor(WireLog log, Acceptor inner) implements Acceptor {
    @Override
    public Connection accept() throws IOException {
        return log.logged(inner.accept());
    }

    @Override
    public SocketAddress local() {
        return inner.local();
    }

    @Override
    public void close() {
        inner.close();
    }
}
