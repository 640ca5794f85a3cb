package dev.belay.channel.transport;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;

import java.io.IOException;

/** Makes connections. Any thread. */
public interface Transport {
    /** TCP over sockets of the system. */
    static Transport tcp() {
        return TcpTransport.INSTANCE;
    }

    /**
     * Connects, blocking the calling thread, which must be an internal one. Before each step that
     * blocks, the closer of that step is registered with the pending operation: when that fails
     * (aborted, abandoned, timed out), the step ends, and a connection that comes late is closed.
     *
     * @param host name or address literal
     * @param connecting the operation on whose behalf it is done, and its limits
     * @throws dev.belay.error.BelayException ENDPOINT_NOT_FOUND, ENDPOINT_UNREACHABLE, or the
     *     failure of the pending operation
     */
    Connection connect(String host, int port, TransportOptions options, Connecting connecting);

    /**
     * Starts to listen, blocking the calling thread, which must be an internal one.
     *
     * @param host name or address literal; {@code +} and {@code *} for all addresses
     * @param port 0 for a free one
     * @param opening the operation on whose behalf it is done; when it fails, what blocks ends
     * @throws IOException the address is in use or not of this machine
     */
    Acceptor listen(
            String host,
            int port,
            TransportOptions options,
            Pending<?> opening,
            Environment environment)
            throws IOException;
}
