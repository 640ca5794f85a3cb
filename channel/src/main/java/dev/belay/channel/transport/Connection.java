package dev.belay.channel.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/**
 * A connected stream of bytes, both ways. One thread may read while another writes; any thread may
 * close or abort at any time.
 *
 * <p>Reading and writing block the calling thread, and an interrupt of a thread inside them closes
 * the connection. So a connection that several callers share is read and written by internal
 * threads only. Neither has a time-out: whoever sets a deadline calls {@link #abort} when it
 * passes.
 */
public interface Connection extends AutoCloseable {
    /**
     * Reads some bytes, blocking until there is one at least.
     *
     * @return how many, or -1 at the end of the peer's output
     * @throws IOException the connection is closed, aborted or broken
     */
    int read(ByteBuffer into) throws IOException;

    /**
     * Writes all bytes of all buffers, in order, as one write where the system can, blocking until
     * they are handed to the system.
     *
     * @throws IOException the connection is closed, aborted or broken; how much was written is
     *     unknown
     */
    void write(ByteBuffer... from) throws IOException;

    /**
     * Whether nothing has come that was not read: neither bytes nor the end. An idle connection
     * that is not quiet cannot carry another exchange. Never blocks; only while no thread reads.
     * May lose a byte when it returns false, after which the connection is closed. False when this
     * side has ended the connection.
     */
    boolean isQuiet();

    /** Ends this side's output; the peer reads the end. Reading goes on. */
    void shutdownOutput() throws IOException;

    /**
     * Closes both ways. What was written is still delivered by the system. Any thread; does not
     * wait for the peer; a blocked read or write ends with an {@link IOException}. The second call
     * does nothing.
     */
    @Override
    void close();

    /**
     * Closes at once by a reset: the peer's next read or write fails, unsent bytes are dropped. Any
     * thread; never blocks; a blocked read or write ends with an {@link IOException}. Afterwards
     * nothing must be closed. The second call, and one after close, does nothing.
     */
    void abort();

    /** True until it was closed or aborted from this side. */
    boolean isOpen();

    /** The address of the peer. */
    SocketAddress remote();

    /** The address of this side. */
    SocketAddress local();
}
