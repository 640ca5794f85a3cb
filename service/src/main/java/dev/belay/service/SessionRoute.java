package dev.belay.service;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.channel.Channel;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Consumer;

/** One session that carries all calls. What ends it ends the proxy. */
final class SessionRoute implements Route {
    private final Channel channel;
    private final EndpointAddress address;
    private final Environment environment;
    private final Consumer<Failure> ended;

    /** The thread of {@link #watch}. */
    private volatile @Nullable Thread watcher;

    /** True once this side has decided to go, so that what then breaks is no news. */
    private volatile boolean leaving;

    /**
     * @param ended told when the session can carry no more calls; must not block
     */
    SessionRoute(
            Channel channel,
            EndpointAddress address,
            Environment environment,
            Consumer<Failure> ended) {
        this.channel = channel;
        this.address = address;
        this.environment = environment;
        this.ended = ended;
    }

    @Override
    public void open(Deadline deadline) {
        channel.open(address, deadline);
        channel.onDisconnect(this::lost);
        watcher = environment.start("belay-proxy-inbox", this::watch);
    }

    private void lost(Failure why) {
        if (!leaving) {
            ended.accept(why);
        }
    }

    /**
     * Drops what relates to no call, so that it cannot hold up replies, and notices the peer's end.
     */
    private void watch() {
        try {
            while (channel.receive() != null) {
                // Nobody asked for it.
            }
        } catch (BelayException e) {
            return; // The channel is dead, and has told so; or it is being closed.
        }
        lost(Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "the peer has ended the session"));
        leaving = true;
        channel.close();
    }

    @Override
    public @Nullable Message request(Message request, Invocation invocation, Deadline deadline) {
        return channel.request(request, invocation.outcome(), deadline);
    }

    @Override
    public void send(Message message, Invocation invocation, Deadline deadline) {
        channel.send(message, invocation.outcome(), deadline);
    }

    @Override
    public int abandoned() {
        return channel.abandonedRequests();
    }

    /** Does not break the session that its peer has ended: {@link #watch} still says goodbye. */
    @Override
    public void abort() {
        if (Thread.currentThread() != watcher) {
            channel.abort();
        }
    }

    @Override
    public @Nullable CloseOutcome close(Deadline deadline) {
        Duration limit = Routes.remaining(deadline);
        channel.timeouts(channel.timeouts().withClose(limit).withSend(limit));
        if (abandoned() > 0) {
            leave();
            return null;
        }
        channel.close();
        return channel.closeOutcome();
    }

    /** Nobody wants the replies that are missing: tells the peer the end, and is gone. */
    private void leave() {
        leaving = true;
        try {
            channel.shutdownSession();
        } catch (BelayException e) {
            // It could not be told; the reset tells it.
        }
        channel.abort();
        channel.close();
    }
}
