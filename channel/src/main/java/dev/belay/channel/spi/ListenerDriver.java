package dev.belay.channel.spi;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;

import java.io.IOException;

/** Listens on one transport for one life of a listener: from an open to its close. */
public interface ListenerDriver {
    /**
     * Starts to listen; peers may connect, but nothing is accepted before {@link #start}. Called on
     * an internal thread.
     *
     * @param opening the waiting open: register closers with {@link Pending#onFailure} before each
     *     step that blocks
     * @return the URL with the real port and host
     * @throws dev.belay.error.BelayException ADDRESS_IN_USE, ADDRESS_NOT_AVAILABLE,
     *     INVALID_ENDPOINT_URL
     */
    String open(String url, Pending<?> opening, Deadline deadline) throws IOException;

    /** Starts to accept, on threads of the driver's own. Never blocks. */
    void start(AcceptSink sink);

    /**
     * Stops listening in order; channels that were accepted go on. Waits for the driver's threads,
     * within the deadline. Called once at most, on an internal thread.
     */
    void close(Deadline deadline) throws IOException;

    /**
     * Stops listening at once; channels that were accepted go on. Any thread, any time, any number
     * of times; never blocks.
     */
    void abort();
}
