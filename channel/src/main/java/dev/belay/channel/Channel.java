package dev.belay.channel;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Trigger;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ChannelSetup;
import dev.belay.channel.transport.Connecting;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sends and receives messages, to and from one endpoint (WWSAPI, WS_CHANNEL). A client's channel is
 * {@linkplain #create created} and {@linkplain #open opened}; a server's comes from {@link
 * Listener#accept()}.
 *
 * <p><b>Threads.</b> Any thread may call any method at any time. On a session, any number of
 * threads send, request and receive at once; without a session one exchange runs at a time.
 *
 * <p><b>Waiting.</b> {@code open}, {@code send}, {@code receive}, {@code request}, {@code reply},
 * {@code shutdownSession} and {@code close} wait, each at most as long as its time-out. Each ends
 * at once when the channel is aborted or the waiting thread is interrupted. Nothing else waits.
 *
 * <p><b>Errors.</b> A call that the state never allows is misuse: {@link IllegalStateException}. On
 * a channel that is dead, calls fail with a {@link BelayException}: OPERATION_ABORTED after {@link
 * #abort}, else OBJECT_FAULTED, with the first failure as cause.
 */
public final class Channel implements AutoCloseable {
    private final Binding binding;
    private final ChannelType type;
    private final ChannelOptions options;
    private final Environment environment;
    private final @Nullable Listener listener;
    private final Lifecycle<ChannelState, Link> lifecycle;
    private final ChannelCloseWork closeWork;
    private volatile Timeouts timeouts;

    private Channel(
            Binding binding,
            ChannelType type,
            ChannelOptions options,
            Environment environment,
            @Nullable Listener listener) {
        this.binding = binding;
        this.type = type;
        this.options = options;
        this.environment = environment;
        this.listener = listener;
        this.timeouts = options.timeouts();
        this.lifecycle = new Lifecycle<>(ChannelState.TABLE, environment, "channel");
        this.closeWork = new ChannelCloseWork(lifecycle, environment);
    }

    /** A client's channel, CREATED. Takes no resources. */
    public static Channel create(Binding binding, ChannelOptions options, Environment environment) {
        return new Channel(binding, binding.clientType(), options, environment, null);
    }

    static Channel forListener(
            Listener listener, Binding binding, ChannelOptions options, Environment environment) {
        return new Channel(binding, binding.serverType(), options, environment, listener);
    }

    /**
     * Connects to the endpoint and waits until messages can be sent. A failed open leaves the
     * channel CREATED: it can be opened again. Finding the address and connecting have a time-out
     * each.
     *
     * @return this
     * @throws IllegalStateException the channel is not CREATED, or belongs to a listener
     * @throws BelayException OPERATION_ABORTED: aborted before or during the open, or the thread
     *     was interrupted; OPERATION_TIMED_OUT; or what the transport reports
     */
    public Channel open(EndpointAddress to) {
        return open(to, Deadline.NONE);
    }

    /** As {@link #open(EndpointAddress)}, ending with OPERATION_TIMED_OUT at the deadline too. */
    public Channel open(EndpointAddress to, Deadline deadline) {
        if (listener != null) {
            throw new IllegalStateException(
                    "open is not allowed: the channel belongs to a listener");
        }
        Link link = newLink();
        lifecycle.start(Trigger.OPEN, "open", link);
        try {
            connect(link, to, deadline);
        } catch (RuntimeException e) {
            throw notOpened(link, e);
        }
        if (!lifecycle.opened(link)) {
            link.terminate();
            throw stale(link, "open");
        }
        link.opened();
        return this;
    }

    private void connect(Link link, EndpointAddress to, Deadline deadline) {
        Pending<@Nullable Void> opening = link.pendings().add("open");
        Timeouts limits = timeouts;
        Connecting connecting =
                new Connecting(opening, limits.resolve(), limits.connect(), environment);
        ChannelDriver driver =
                binding.drivers().channel(new ChannelSetup(binding, options, environment));
        link.address(to);
        link.adopt(driver);
        opening.onFailure(driver::abort);
        environment.run(
                "belay-open",
                opening,
                () -> {
                    try {
                        driver.open(to, connecting);
                    } catch (Exception e) {
                        throw Failures.of(e, "open").toException();
                    }
                    return null;
                });
        opening.await(deadline, ErrorCode.OPERATION_ABORTED);
    }

    /** Called by the listener: the accept of this channel begins. */
    Link startAccept(Listener by) {
        if (listener != by) {
            throw new IllegalArgumentException("the channel was not made for this listener");
        }
        Link link = newLink();
        lifecycle.start(Trigger.ACCEPT, "accept", link);
        return link;
    }

    /** Called by the listener: a driver was accepted for this channel. */
    Channel accepted(Link link, ChannelDriver driver) {
        link.adopt(driver);
        if (!lifecycle.opened(link)) {
            link.terminate();
            throw stale(link, "accept");
        }
        link.opened();
        return this;
    }

    /** The open or accept failed; the exception is for the caller. */
    RuntimeException notOpened(Link link, RuntimeException e) {
        Failure why = Failures.of(e, "open");
        lifecycle.openFailed(link, why);
        if (link.failure() != null) {
            link.terminate();
        }
        return e;
    }

    private Link newLink() {
        return type.isShared()
                ? new SharedLink(this, environment, options)
                : new UnsharedLink(this, environment);
    }

    /**
     * Sends a message and waits until it was handed to the system. On a session, a message that was
     * queued is sent even if the waiting thread is interrupted or aborts only its wait; the
     * time-out faults the session. On a request channel, {@link #receive} follows.
     *
     * @throws IllegalStateException the channel was never opened, cannot send, or its session was
     *     shut down
     * @throws BelayException OPERATION_ABANDONED: the thread was interrupted; OPERATION_ABORTED;
     *     OBJECT_FAULTED; OPERATION_TIMED_OUT; QUOTA_EXCEEDED, INVALID_FORMAT: nothing was sent;
     *     ENDPOINT_DISCONNECTED
     */
    public void send(Message message) {
        requireOutput("send");
        openLink("send", message)
                .send(message, Deadline.after(timeouts.send(), environment.clock(), "send"));
    }

    /**
     * As {@link #send(Message)}, as an operation that anybody may fail, before, during and after;
     * then this ends at once. Neither that nor the deadline faults a session: a message that was
     * queued is still sent.
     *
     * @param outcome a new operation, that the caller may have in a set of its own; completed with
     *     null
     */
    public void send(Message message, Pending<@Nullable Message> outcome, Deadline deadline) {
        requireOutput("send");
        openLink("send", message).send(message, outcome, deadline);
        outcome.await(deadline, ErrorCode.OPERATION_ABANDONED);
    }

    /**
     * Waits for the next message. Its body is not decoded yet. What came before the channel faulted
     * is still given out, unless it was aborted.
     *
     * @return null when there is no more: the peer has shut its session down, or the one request
     *     was received, or there is no reply
     * @throws BelayException OPERATION_ABORTED: aborted, closed, or the thread was interrupted (a
     *     session stays OPEN, for nothing was consumed); OPERATION_TIMED_OUT (the session is
     *     FAULTED); OBJECT_FAULTED; ENDPOINT_DISCONNECTED; INVALID_FORMAT
     */
    public @Nullable Message receive() {
        if (!type.hasInput()) {
            throw new IllegalStateException("receive is not allowed: the channel only sends");
        }
        Link link = lifecycle.epoch();
        boolean rest =
                link != null && lifecycle.state() == ChannelState.FAULTED && link.hasQueued();
        if (!rest || link == null) {
            link = openLink("receive");
        }
        return checked(
                link.receive(Deadline.after(timeouts.receive(), environment.clock(), "receive")));
    }

    /**
     * Sends a request and waits for its reply, at most as long as sending and receiving may take.
     */
    public @Nullable Message request(Message message) {
        Timeouts limits = timeouts;
        Duration send = limits.send();
        Duration receive = limits.receive();
        Duration both = send == null || receive == null ? null : send.plus(receive);
        return request(message, Deadline.after(both, environment.clock(), "request"));
    }

    /** As {@link #request(Message, Pending, Deadline)}, with an operation of its own. */
    public @Nullable Message request(Message message, Deadline deadline) {
        return request(message, Pending.of(environment.clock(), "reply"), deadline);
    }

    /**
     * Sends a request and waits for its reply, matched by MessageID and RelatesTo on a session,
     * else by the transport. On a session any number of requests may be under way.
     *
     * <p>The operation may be failed by anybody, before, during and after; then this ends at once.
     * On a session the request may still be sent, and its late reply is dropped; on a request
     * channel the connection of the exchange is closed. The same happens when the deadline passes
     * (OPERATION_TIMED_OUT) or the thread is interrupted (OPERATION_ABANDONED); the channel stays
     * OPEN.
     *
     * @param outcome a new operation, that the caller may have in a set of its own
     * @return null if the peer answered that it took a one-way message; never null on a session
     * @throws BelayException as {@link #send} and {@link #receive}, or the failure of the operation
     */
    public @Nullable Message request(
            Message message, Pending<@Nullable Message> outcome, Deadline deadline) {
        requireOutput("request");
        openLink("request", message).request(message, outcome, deadline);
        return checked(outcome.await(deadline, ErrorCode.OPERATION_ABANDONED));
    }

    /**
     * Sends the reply to a request that was received here; waits as {@link #send}.
     *
     * @param reply made for the request: its RelatesTo and To are set
     */
    public void reply(Message reply, Message request) {
        requireOutput("reply");
        Link link = openLink("reply");
        link.forget(request);
        link.send(reply, Deadline.after(timeouts.send(), environment.clock(), "send"));
    }

    private @Nullable Message checked(@Nullable Message message) {
        if (message != null && options.faultsAsErrors() && message.isFault()) {
            throw message.faultException(List.of());
        }
        return message;
    }

    /**
     * Tells the peer that no more messages come from this side; waits until that is written.
     * Receiving goes on. The state stays OPEN.
     *
     * @throws IllegalStateException not OPEN, no session with output, or shut down before
     */
    public void shutdownSession() {
        requireOutput("shutdownSession");
        openLink("shutdownSession")
                .shutdownSession(Deadline.after(timeouts.send(), environment.clock(), "send"));
    }

    /**
     * Lets go of a message that is on its way: a request that waits for its reply ends with
     * OPERATION_ABANDONED, the rest of a received message is dropped. Any thread; never blocks. The
     * channel stays as it is and can carry the next message. On a session the peer sees nothing,
     * and a late reply is dropped; on a request channel the connection of the exchange is reset.
     * Nothing must be closed afterwards. The second call finds no such message.
     *
     * @throws IllegalStateException the channel is neither OPEN nor FAULTED nor CLOSING, while its
     *     close may wait for this very request
     * @throws IllegalArgumentException the message is not on its way here
     */
    public void abandonMessage(Message message) {
        Link link = lifecycle.epoch();
        boolean allowed =
                switch (lifecycle.state()) {
                    case OPEN, FAULTED, CLOSING -> true;
                    case CREATED, OPENING, ACCEPTING, CLOSED -> false;
                };
        if (link == null || !allowed) {
            throw lifecycle.illegal("abandonMessage");
        }
        if (!link.abandon(message) && !link.forget(message)) {
            throw new IllegalArgumentException("the message is not on its way on this channel");
        }
    }

    /**
     * Closes in order if that is possible, and in any case within the close time-out. Always
     * allowed, from any thread.
     *
     * <p>Blocks: it waits for what has begun to be sent and for requests under way, tells the peer
     * of a session that it ends and waits for the peer's end, all within one deadline; when that
     * passes, it aborts. Receives that wait end with OPERATION_ABORTED. An interrupted thread skips
     * the graceful part. Afterwards the channel is CLOSED, in every case, without an exception;
     * {@link #closeOutcome} says how it went. The peer sees the end of the session, or a reset if
     * it was not graceful. Nothing must be closed afterwards. A second call waits for the first if
     * that still runs, else does nothing. An open or accept that runs ends with OPERATION_ABORTED.
     */
    @Override
    public void close() {
        closeWork.run(timeouts.close());
    }

    /** How the last close ended; null if there was none since creation or reset. */
    public @Nullable CloseOutcome closeOutcome() {
        return lifecycle.outcome();
    }

    /**
     * Ends everything at once. Any thread, any state; never blocks, does no I/O that waits, never
     * fails.
     *
     * <p>Afterwards the channel is FAULTED if it was OPEN; CREATED if it was OPENING or ACCEPTING;
     * CLOSING, and soon CLOSED, if it was CLOSING; else as before. Every operation that waits
     * throws OPERATION_ABORTED, exactly once. The peer sees a reset of the connection. A FAULTED
     * channel must still be closed. A second call does nothing. In CREATED it is remembered: the
     * next open or accept fails with OPERATION_ABORTED, which clears it, as do close and reset.
     *
     * <p>When it races with the end of an operation, exactly one wins: the operation ends with its
     * result or with OPERATION_ABORTED.
     */
    public void abort() {
        Failure why = Failure.of(ErrorCode.OPERATION_ABORTED, "channel was aborted");
        Link link = lifecycle.abort(why);
        if (link != null) {
            link.terminate();
            link.drop(why);
        }
    }

    /**
     * Makes a CLOSED channel as new: it can be opened again. Addresses and outcomes of the last
     * life are dropped; time-outs stay. Never blocks.
     *
     * @throws IllegalStateException neither CLOSED nor CREATED
     */
    public void reset() {
        lifecycle.reset();
    }

    /** Called by the driver through its link: the channel can no longer be used. */
    void fault(Link link, Failure why) {
        lifecycle.fault(link, why);
        if (link.failure() != null) {
            link.terminate();
        }
    }

    /**
     * Registers what is told once when the channel faults, is aborted, or its peer is gone (design:
     * an HTTP client that half-closes counts as gone though a reply can be tried); at once if that
     * has happened. It runs on the thread that finds out and must not block.
     *
     * @throws IllegalStateException the channel was not opened
     */
    public void onDisconnect(Consumer<Failure> action) {
        Link link = lifecycle.epoch();
        if (link == null) {
            throw lifecycle.illegal("onDisconnect");
        }
        link.onDisconnect(action);
    }

    /** As {@link #openLink(String)}; the message gets the address of the channel if it has none. */
    private Link openLink(String call, Message message) {
        Link link = openLink(call);
        EndpointAddress to = link.address();
        if (to != null && !message.isAddressed()) {
            message.address(to);
        }
        return link;
    }

    private Link openLink(String call) {
        Link link = lifecycle.epoch();
        if (link != null && lifecycle.isOpen(link)) {
            return link;
        }
        throw dead(link, call);
    }

    /** What a call on a channel that is not open throws: misuse, or why it is dead. */
    private RuntimeException dead(@Nullable Link link, String call) {
        ChannelState state = lifecycle.state();
        Failure why = link == null ? null : link.failure();
        boolean dies =
                state == ChannelState.FAULTED
                        || state == ChannelState.CLOSING
                        || state == ChannelState.CLOSED;
        if (why == null) {
            return dies && link != null
                    ? new BelayException(ErrorCode.OBJECT_FAULTED, call + ": channel is " + state)
                    : lifecycle.illegal(call);
        }
        boolean aborted = why.code() == ErrorCode.OPERATION_ABORTED;
        ErrorCode code = aborted ? ErrorCode.OPERATION_ABORTED : ErrorCode.OBJECT_FAULTED;
        return why.as(code, call + ": " + why.message()).toException();
    }

    /** What an open or accept throws that finds itself stale. */
    private static BelayException stale(Link link, String call) {
        Failure why = link.failure();
        Failure known =
                why == null ? Failure.of(ErrorCode.OPERATION_ABORTED, "channel was aborted") : why;
        return known.as(ErrorCode.OPERATION_ABORTED, call + ": " + known.message()).toException();
    }

    private void requireOutput(String call) {
        if (!type.hasOutput()) {
            throw new IllegalStateException(call + " is not allowed: the channel only receives");
        }
    }

    /** The state now; it may be another one before the caller looks at it. */
    public ChannelState state() {
        return lifecycle.state();
    }

    /**
     * Why the channel is FAULTED or was not closed gracefully, the first reason; null if there is
     * none.
     */
    public @Nullable Failure failure() {
        Link link = lifecycle.epoch();
        return link == null ? null : link.failure();
    }

    /** The time-outs that hold for what begins from now on. */
    public Timeouts timeouts() {
        return timeouts;
    }

    /** Changes the time-outs; in any state. */
    public void timeouts(Timeouts limits) {
        timeouts = limits;
    }

    /** Shape of the channel. */
    public ChannelType type() {
        return type;
    }

    /** Transport, versions and encoding. */
    public Binding binding() {
        return binding;
    }

    /** The options it was created with. */
    public ChannelOptions options() {
        return options;
    }

    /** Where a client's channel was opened to; null before, and on a server. */
    public @Nullable EndpointAddress remoteAddress() {
        Link link = lifecycle.epoch();
        return link == null ? null : link.address();
    }

    /**
     * The address of the peer's end of the transport; null if not connected. It can be forged by
     * whoever controls the network.
     */
    public @Nullable SocketAddress remoteSocketAddress() {
        ChannelDriver driver = driver();
        return driver == null ? null : driver.remote();
    }

    /** The URL that the client asked the transport for; null if not known. */
    public @Nullable String transportUrl() {
        ChannelDriver driver = driver();
        return driver == null ? null : driver.transportUrl();
    }

    /** Tells apart the transport connections below; 0 if not known. */
    public long connectionId() {
        ChannelDriver driver = driver();
        return driver == null ? 0 : driver.connectionId();
    }

    /** True once this side has ended its output of a session. */
    public boolean isSessionShutDown() {
        Link link = lifecycle.epoch();
        return link != null && link.isSessionShutDown();
    }

    /** Requests of a session that ended without their replies, which may still come; a snapshot. */
    public int abandonedRequests() {
        Link link = lifecycle.epoch();
        return link == null ? 0 : link.abandonedRequests();
    }

    private @Nullable ChannelDriver driver() {
        Link link = lifecycle.epoch();
        return link == null ? null : link.driverIfAny();
    }

    /** The message's id, given now if it has none. */
    String ensureMessageId(Message message) {
        String id = message.headers().messageId();
        if (id == null) {
            id = "urn:uuid:" + UUID.randomUUID();
            message.headers().messageId(id);
        }
        return id;
    }

    static Failure abandoned() {
        return Failure.of(ErrorCode.OPERATION_ABANDONED, "abandoned");
    }

    /** Short identity, state and binding. */
    @Override
    public String toString() {
        return lifecycle + " (" + binding + ')';
    }
}
