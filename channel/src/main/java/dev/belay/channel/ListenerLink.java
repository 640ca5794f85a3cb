package dev.belay.channel;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Epoch;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** One life of a listener: its driver and the channels that nobody has accepted yet. */
final class ListenerLink extends Epoch implements AcceptSink {
    private final Inbox<ChannelDriver> ready;
    private volatile @Nullable ListenerDriver driver;
    private volatile @Nullable String url;

    ListenerLink(Environment environment, ListenerOptions options) {
        super(environment);
        ready =
                new Inbox<>(
                        environment,
                        "channel",
                        options.maxUnaccepted(),
                        Long.MAX_VALUE,
                        _ -> 0,
                        ChannelDriver::abort);
        onFailure(
                () -> {
                    Failure why = failure();
                    if (why != null) {
                        ready.failNow(why);
                    }
                });
    }

    void adopt(ListenerDriver listening) {
        driver = listening;
        onFailure(listening::abort);
    }

    ListenerDriver driver() {
        return Objects.requireNonNull(driver, "driver");
    }

    @Nullable ListenerDriver driverIfAny() {
        return driver;
    }

    @Nullable String url() {
        return url;
    }

    void url(String real) {
        url = real;
    }

    /** Waits for a peer on behalf of a channel that is accepting. */
    ChannelDriver take(Link accepting) {
        ChannelDriver accepted =
                ready.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, accepting.pendings());
        if (accepted == null) {
            throw new BelayException(ErrorCode.OPERATION_ABORTED, "accept: listener was closed");
        }
        return accepted;
    }

    @Override
    public boolean accepted(ChannelDriver peer) {
        return ready.put(peer, Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
    }

    @Override
    public void failed(Throwable cause) {
        ready.failAfter(Failures.of(cause, "accept"));
    }

    int unaccepted() {
        return ready.size();
    }

    void drop(Failure why) {
        ready.failNow(why);
    }
}
