package dev.belay.channel.transport;

import java.io.IOException;
import java.net.SocketAddress;

/** Waits for connections at one address. One thread accepts; any thread may close. */
public interface Acceptor extends AutoCloseable {
    /**
     * Waits for the next connection, without limit. An interrupt closes the acceptor, so only
     * internal threads call this.
     *
     * @throws IOException the acceptor was closed ({@link
     *     java.nio.channels.ClosedChannelException}), or this one connection failed
     */
    Connection accept() throws IOException;

    /** Where it listens, with the real port. */
    SocketAddress local();

    /**
     * Stops listening; any thread; never blocks; a blocked accept ends with an exception. The
     * second call does nothing.
     */
    @Override
    void close();
}
