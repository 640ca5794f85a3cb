package dev.belay.channel;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Epoch;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.Incoming;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One life of a channel: its driver and what goes through it. The state is the channel's; this only
 * moves messages.
 */
abstract class Link extends Epoch implements DriverHost {
    final Channel channel;
    final Environment environment;
    private final Pending<@Nullable Void> gone;
    private final AtomicReference<@Nullable Message> lastReceived = new AtomicReference<>();
    private volatile @Nullable ChannelDriver driver;
    private volatile @Nullable EndpointAddress address;

    Link(Channel channel, Environment environment) {
        super(environment);
        this.channel = channel;
        this.environment = environment;
        this.gone = Pending.of(environment.clock(), "peer");
    }

    /** Takes the driver over: it is aborted when this life fails, at once if it has. */
    void adopt(ChannelDriver accepted) {
        driver = accepted;
        accepted.attach(this);
        onFailure(accepted::abort);
    }

    ChannelDriver driver() {
        return Objects.requireNonNull(driver, "driver");
    }

    @Nullable ChannelDriver driverIfAny() {
        return driver;
    }

    @Nullable EndpointAddress address() {
        return address;
    }

    void address(EndpointAddress to) {
        address = to;
    }

    /** Starts what runs while the channel is open. */
    abstract void opened();

    abstract void send(Message message, Deadline deadline);

    /** Begins to send, on behalf of the outcome, which is completed with null. */
    abstract void send(Message message, Pending<@Nullable Message> outcome, Deadline deadline);

    abstract @Nullable Message receive(Deadline deadline);

    /** True if something that came before the channel faulted can still be received. */
    abstract boolean hasQueued();

    abstract void request(Message message, Pending<@Nullable Message> outcome, Deadline deadline);

    abstract void shutdownSession(Deadline deadline);

    abstract boolean isSessionShutDown();

    /** Requests without replies that nobody waits for. */
    int abandonedRequests() {
        return 0;
    }

    /** Abandons the operation that carries the message; false if there is none. */
    abstract boolean abandon(Message message);

    /**
     * Ends in order, waiting in the room only; false if the transport must be dropped then, for the
     * peer's end is not waited for.
     */
    abstract boolean closeGracefully(ChannelCloseWork work, Deadline deadline);

    /** Nothing that is queued is given out any more. */
    abstract void drop(Failure why);

    /** Remembers the message that the application now reads. */
    final @Nullable Message given(@Nullable Incoming incoming) {
        Message message = incoming == null ? null : incoming.message();
        lastReceived.set(message);
        return message;
    }

    final boolean forget(Message message) {
        return lastReceived.compareAndSet(message, null);
    }

    @Override
    public final Timeouts timeouts() {
        return channel.timeouts();
    }

    @Override
    public final void failed(Throwable cause) {
        channel.fault(this, Failures.of(cause, "channel"));
    }

    @Override
    public final void peerGone(Throwable cause) {
        gone.fail(Failures.of(cause, "peer"));
    }

    /** Registers what is told once when the peer has gone or this life fails. */
    final void onDisconnect(java.util.function.Consumer<Failure> action) {
        gone.onFailure(() -> action.accept(Objects.requireNonNull(gone.failure())));
        onFailure(
                () -> {
                    Failure why = failure();
                    if (why != null) {
                        gone.fail(why);
                    }
                });
    }
}
