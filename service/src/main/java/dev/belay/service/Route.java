package dev.belay.service;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

/** The way of a proxy's calls to the peer, for one life of the proxy. */
sealed interface Route permits SessionRoute, PooledRoute {
    /** Gets ready for calls; I/O only where there is a session. Waits in the room. */
    void open(Deadline deadline);

    /**
     * Sends a request and waits for its reply, which {@link Invocation#outcome} is about.
     *
     * @return null when the transport says that there is no reply
     */
    @Nullable Message request(Message request, Invocation invocation, Deadline deadline);

    /** Sends a message that has no reply. */
    void send(Message message, Invocation invocation, Deadline deadline);

    /** How many calls were abandoned and still hold resources here. */
    int abandoned();

    /** Ends at once. Never waits. */
    void abort();

    /**
     * Ends in order; the calls have ended. Waits in the room.
     *
     * @return how it went if that was not well, else null or {@link CloseOutcome#GRACEFUL}
     */
    @Nullable CloseOutcome close(Deadline deadline);
}
