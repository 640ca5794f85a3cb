package dev.belay.channel.transport;

import java.net.SocketAddress;
import java.nio.ByteBuffer;

/**
 * Is shown what goes over the connections of a {@link WireLog}. Called on the threads that read,
 * write and end connections, by many at once; it must not block and must not throw. Passwords and
 * the like are shown as they are.
 */
public interface WireListener {
    /** A connection was made. The id tells connections of this process apart. */
    default void opened(long connection, SocketAddress local, SocketAddress remote) {}

    /** Octets came. The buffer is valid during the call only. */
    default void received(long connection, ByteBuffer octets) {}

    /** Octets are about to be written. The buffer is valid during the call only. */
    default void sent(long connection, ByteBuffer octets) {}

    /** This side has ended the connection, by a reset or in order. */
    default void closed(long connection, boolean reset) {}

    /** Writes lines of hexadecimal digits and ASCII to a logger, at level DEBUG. */
    static WireListener to(System.Logger log) {
        return new WireDump(line -> log.log(System.Logger.Level.DEBUG, line));
    }
}
