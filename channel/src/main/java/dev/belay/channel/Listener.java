package dev.belay.channel;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Trigger;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.channel.spi.ListenerSetup;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * Waits for peers at one URL and gives each of them a {@link Channel} (WWSAPI, WS_LISTENER).
 *
 * <p>Any thread may call any method at any time; any number of threads accept at once. {@code
 * open}, {@code accept} and {@code close} wait; nothing else does. Channels that were accepted do
 * not depend on the listener any more.
 *
 * <p>A call that the state never allows is misuse: {@link IllegalStateException}. On a listener
 * that is dead, accept fails with OBJECT_FAULTED at once.
 */
public final class Listener implements AutoCloseable {
    private final Binding binding;
    private final ListenerOptions options;
    private final Environment environment;
    private final Lifecycle<ListenerState, ListenerLink> lifecycle;
    private final ListenerCloseWork closeWork;

    private Listener(Binding binding, ListenerOptions options, Environment environment) {
        this.binding = binding;
        this.options = options;
        this.environment = environment;
        this.lifecycle = new Lifecycle<>(ListenerState.TABLE, environment, "listener");
        this.closeWork = new ListenerCloseWork(lifecycle, environment);
    }

    /**
     * A listener, CREATED. Takes no resources.
     *
     * @throws IllegalArgumentException an option that limits connections has no effect with this
     *     binding: {@link ListenerOptions#maxConnections} on sessions
     */
    public static Listener create(
            Binding binding, ListenerOptions options, Environment environment) {
        boolean limits = options.maxConnections() != ListenerOptions.DEFAULT.maxConnections();
        if (limits && binding.serverType().isSession()) {
            throw new IllegalArgumentException(
                    "maxConnections is for HTTP, but the binding is " + binding);
        }
        return new Listener(binding, options, environment);
    }

    /**
     * Starts to listen. A failed open leaves the listener CREATED: it can be opened again.
     *
     * @param url the host may be a name, an address, or {@code +} or {@code *} for all; port 0
     *     gives a free one
     * @return this
     * @throws IllegalStateException the listener is not CREATED
     * @throws BelayException OPERATION_ABORTED: aborted before or during the open, or the thread
     *     was interrupted; ADDRESS_IN_USE; ADDRESS_NOT_AVAILABLE; INVALID_ENDPOINT_URL
     */
    public Listener open(String url) {
        ListenerLink link = new ListenerLink(environment, options);
        lifecycle.start(Trigger.OPEN, "open", link);
        try {
            listen(link, url);
        } catch (RuntimeException e) {
            lifecycle.openFailed(link, Failures.of(e, "open"));
            if (link.failure() != null) {
                link.terminate();
            }
            throw e;
        }
        if (!lifecycle.opened(link)) {
            link.terminate();
            throw dead(link, "open", ErrorCode.OPERATION_ABORTED);
        }
        link.driver().start(link);
        return this;
    }

    private void listen(ListenerLink link, String url) {
        Pending<String> opening = link.pendings().add("open");
        ListenerDriver driver =
                binding.drivers().listener(new ListenerSetup(binding, options, environment));
        link.adopt(driver);
        opening.onFailure(driver::abort);
        environment.run(
                "belay-listen",
                opening,
                () -> {
                    try {
                        return driver.open(url, opening, Deadline.NONE);
                    } catch (Exception e) {
                        throw Failures.of(e, "open").toException();
                    }
                });
        link.url(opening.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED));
    }

    /** Accepts the next channel, into a new one; see {@link #accept(Channel)}. */
    public Channel accept() {
        return accept(newChannel());
    }

    /** A channel of this listener, CREATED, for {@link #accept(Channel)}; in any state. */
    public Channel newChannel() {
        return Channel.forListener(this, binding, options.channels(), environment);
    }

    /**
     * Waits, without limit, for the next peer and opens the channel to it. When it fails, the
     * channel is CREATED again and the listener as it was.
     *
     * @param channel made by {@link #newChannel()}, CREATED
     * @return the channel, OPEN
     * @throws IllegalStateException the listener was never opened, or the channel is not CREATED
     * @throws BelayException OBJECT_FAULTED: the listener was aborted or closed before;
     *     OPERATION_ABORTED: the listener was aborted or closed meanwhile, the channel was, or the
     *     thread was interrupted
     */
    public Channel accept(Channel channel) {
        ListenerLink link = lifecycle.epoch();
        if (link == null || !lifecycle.isOpen(link)) {
            throw dead(link, "accept", ErrorCode.OBJECT_FAULTED);
        }
        Link accepting = channel.startAccept(this);
        ChannelDriver driver;
        try {
            driver = link.take(accepting);
        } catch (RuntimeException e) {
            throw channel.notOpened(accepting, e);
        }
        return channel.accepted(accepting, driver);
    }

    /** The URL where it listens, with the real port; null unless it was opened. */
    public @Nullable String url() {
        ListenerLink link = lifecycle.epoch();
        return link == null ? null : link.url();
    }

    /**
     * Stops listening, within the close time-out. Always allowed, from any thread.
     *
     * <p>Blocks until the transport has ended, within one deadline; when that passes, it aborts.
     * Accepts that wait end with OPERATION_ABORTED, peers that nobody accepted see a reset. An
     * interrupted thread skips the graceful part. Afterwards the listener is CLOSED, in every case,
     * without an exception; {@link #closeOutcome} says how it went. Channels that were accepted go
     * on and must be closed by themselves. A second call waits for the first if that still runs,
     * else does nothing.
     */
    @Override
    public void close() {
        closeWork.run(options.closeTimeout());
    }

    /** How the last close ended; null if there was none since creation or reset. */
    public @Nullable CloseOutcome closeOutcome() {
        return lifecycle.outcome();
    }

    /**
     * Stops listening at once. Any thread, any state; never blocks, never fails.
     *
     * <p>Afterwards the listener is FAULTED if it was OPEN, CREATED if it was OPENING, CLOSING and
     * soon CLOSED if it was CLOSING, else as before. Every accept that waits throws
     * OPERATION_ABORTED, later ones OBJECT_FAULTED at once. Peers that nobody accepted see a reset;
     * channels that were accepted go on and must be closed by themselves. A FAULTED listener must
     * still be closed. A second call does nothing. In CREATED it is remembered: the next open fails
     * with OPERATION_ABORTED, which clears it, as do close and reset.
     */
    public void abort() {
        Failure why = Failure.of(ErrorCode.OPERATION_ABORTED, "listener was aborted");
        ListenerLink link = lifecycle.abort(why);
        if (link != null) {
            link.terminate();
        }
    }

    /**
     * Makes a CLOSED listener as new. Never blocks.
     *
     * @throws IllegalStateException neither CLOSED nor CREATED
     */
    public void reset() {
        lifecycle.reset();
    }

    private RuntimeException dead(@Nullable ListenerLink link, String call, ErrorCode code) {
        ListenerState state = lifecycle.state();
        Failure why = link == null ? null : link.failure();
        if (why != null) {
            return why.as(code, call + ": " + why.message()).toException();
        }
        boolean dies = state == ListenerState.CLOSING || state == ListenerState.CLOSED;
        return dies && link != null
                ? new BelayException(code, call + ": listener is " + state)
                : lifecycle.illegal(call);
    }

    /** How many channels are ready and wait for an accept; a snapshot. */
    public int unaccepted() {
        ListenerLink link = lifecycle.epoch();
        return link == null ? 0 : link.unaccepted();
    }

    /** The state now; it may be another one before the caller looks at it. */
    public ListenerState state() {
        return lifecycle.state();
    }

    /** Transport, versions and encoding. */
    public Binding binding() {
        return binding;
    }

    /** The options it was created with. */
    public ListenerOptions options() {
        return options;
    }

    /** Short identity, state and binding. */
    @Override
    public String toString() {
        return lifecycle + " (" + binding + ')';
    }
}
