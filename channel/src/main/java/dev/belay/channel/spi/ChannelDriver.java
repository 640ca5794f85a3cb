package dev.belay.channel.spi;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.transport.Connecting;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketAddress;

/**
 * Carries messages over one transport for one life of a channel: from an open to its close.
 * Straight blocking code; the channel keeps the state, the rules, the time-outs and the
 * correlation, and makes a new driver for each open.
 *
 * <p><b>Order.</b> {@link #attach} first, once. A client's driver then gets {@link #open}; an
 * accepted one is open. Then messages, then {@link #close} at most once. {@link #abort} is the last
 * call in every case, after a close too, and may come at any time.
 *
 * <p><b>Threads.</b> There are two kinds, by {@link dev.belay.channel.ChannelType#isShared()}.
 *
 * <ul>
 *   <li>A <em>shared</em> driver (sessions): {@link #receive} is called by one internal thread of
 *       the channel, all the time, until it returns null or throws. {@link #send} is called by any
 *       number of callers at once. It encodes on the caller's thread and hands the bytes to a
 *       writer of the driver's own ({@link SessionWriter}), for a caller's thread must not block in
 *       I/O that others share: an interrupt would close the connection.
 *   <li>An <em>unshared</em> driver (request, reply): {@link #send} and {@link #receive} are called
 *       by the caller's thread, one exchange at a time, and may block in I/O. Time-out and abandon
 *       fail the owner that is given, so the driver registers the abort of the exchange's
 *       connection with {@link Pending#onFailure} of that owner before it blocks; an interrupt
 *       closes the connection by itself. {@link #endExchange} tells whether the connection may be
 *       used again.
 * </ul>
 *
 * <p><b>Being called off.</b> No method needs to look at the clock: when a deadline passes, the
 * channel fails the owner or calls {@link #abort}, and whatever blocks must then end with an
 * exception. The deadline is given for nearer limits and for peers that want to know it. Any
 * exception ends the operation or, on a shared driver, the session; {@link
 * dev.belay.error.BelayException} keeps its code, {@link java.io.IOException} becomes
 * ENDPOINT_DISCONNECTED.
 *
 * <p>A driver may wrap another one: it passes {@link #attach} on and changes messages on their way.
 */
public interface ChannelDriver {
    /**
     * Tells the driver its channel; the first call, never blocks. Time-outs are read from it
     * whenever they are needed.
     */
    void attach(DriverHost host);

    /**
     * Connects and shakes hands. Called on an internal thread.
     *
     * @param connecting the waiting open, and its limits: register closers with {@link
     *     Pending#onFailure} of its operation before each step that blocks
     * @throws IOException the transport failed
     */
    void open(EndpointAddress to, Connecting connecting) throws IOException;

    /**
     * Sends a message. A shared driver returns when the bytes are handed to its writer, waiting in
     * the room while that is full; an unshared one when they are written.
     *
     * @param owner the operation on whose behalf it is done; when it fails, waiting for the writer
     *     must end too
     * @param written completed when the bytes are handed to the system, or failed; null if nobody
     *     asks. A shared driver writes a message that was handed over even if this has failed
     *     meanwhile.
     * @throws dev.belay.error.BelayException QUOTA_EXCEEDED, INVALID_FORMAT: nothing was sent and
     *     the driver can go on
     * @throws IOException the transport failed
     */
    void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline)
            throws IOException;

    /**
     * Receives the next message: headers parsed, body still encoded.
     *
     * @param owner the operation on whose behalf it is done; for a shared driver, the life of the
     *     channel
     * @return null when the peer ended the session, or there is no reply (one-way), or the one
     *     request was given already
     * @throws IOException the transport failed
     */
    @Nullable Incoming receive(Pending<?> owner, Deadline deadline) throws IOException;

    /**
     * Tells the peer that no more messages come from this side, after those handed over before.
     * Called once at most, on an internal thread. Only for sessions.
     */
    void shutdownOutput(Deadline deadline) throws IOException;

    /**
     * Lets the transport close in order. Called once at most, on an internal thread. On a session
     * both directions have ended before: {@link #shutdownOutput} was called and {@link #receive}
     * has returned null. A server's unshared driver finishes its reply. Must end soon after {@link
     * #abort}, which always follows.
     */
    void close(Deadline deadline) throws IOException;

    /**
     * An exchange of an unshared driver is over. Called on the thread of its caller.
     *
     * @param completed true if its result was delivered, so that no closer of its owners will run
     *     any more and the connection can carry another exchange; false if it failed or was called
     *     off: its connection must be aborted, for a closer may still hit it
     */
    default void endExchange(boolean completed) {}

    /**
     * Ends everything at once: connections are reset, threads of the driver end, every blocked
     * method throws. Any thread, any time, before, during and after open and close, any number of
     * times; never blocks, takes no lock that is held while blocking, and must also end what an
     * open that still runs would bring later.
     */
    void abort();

    /** The address of the peer's end of the transport; null if there is none yet. */
    default @Nullable SocketAddress remote() {
        return null;
    }

    /** The URL that the peer asked for on the transport; null if it has none. */
    default @Nullable String transportUrl() {
        return null;
    }

    /**
     * Identity of the transport connection below, to tell apart the channels that share one; 0 if
     * it has none.
     */
    default long connectionId() {
        return 0;
    }
}
