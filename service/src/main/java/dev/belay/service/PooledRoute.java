package dev.belay.service;

import dev.belay.cancel.Clock;
import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.channel.spi.DriverFactory;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A channel for each call that runs, taken from a pool. A channel that broke is dropped and the
 * proxy goes on; one whose call was abandoned has closed the connection of that call and can be
 * used again.
 */
final class PooledRoute implements Route {
    private final Supplier<Channel> factory;
    private final DriverFactory shared;
    private final EndpointAddress address;
    private final Clock clock;
    private final Object lock = new Object();

    // Guarded by lock.
    private final Set<Channel> all = new HashSet<>();
    private final Deque<Channel> idle = new ArrayDeque<>();
    private boolean over;

    PooledRoute(
            Supplier<Channel> factory, DriverFactory shared, EndpointAddress address, Clock clock) {
        this.shared = shared;
        this.clock = clock;
        this.factory = factory;
        this.address = address;
    }

    @Override
    public void open(Deadline deadline) {}

    @Override
    public @Nullable Message request(Message request, Invocation invocation, Deadline deadline) {
        Channel channel = take(invocation);
        try {
            return channel.request(request, invocation.outcome(), deadline);
        } finally {
            giveBack(channel);
        }
    }

    @Override
    public void send(Message message, Invocation invocation, Deadline deadline) {
        Message answer = request(message, invocation, deadline);
        if (answer != null) {
            Replies.throwIfFault(invocation.operation(), answer);
        }
    }

    private Channel take(Invocation invocation) {
        Channel made;
        synchronized (lock) {
            Channel present = idle.pollFirst();
            if (present != null) {
                return present;
            }
            if (over) {
                throw new BelayException(ErrorCode.OPERATION_ABORTED, "the proxy has ended");
            }
            made = factory.get();
            all.add(made);
        }
        boolean opened = false;
        try {
            Pending<@Nullable Void> opening = invocation.outcome().adopt(Pending.of(clock, "open"));
            opening.onFailure(made::abort);
            made.open(address);
            opening.complete(null);
            opened = true;
            return made;
        } finally {
            if (!opened) {
                drop(made);
            }
        }
    }

    private void giveBack(Channel channel) {
        if (channel.state() == ChannelState.OPEN) {
            synchronized (lock) {
                if (!over) {
                    idle.addFirst(channel);
                    return;
                }
            }
        }
        drop(channel);
    }

    private void drop(Channel channel) {
        synchronized (lock) {
            all.remove(channel);
        }
        channel.abort();
        channel.close();
    }

    @Override
    public int abandoned() {
        return 0;
    }

    private List<Channel> end() {
        synchronized (lock) {
            over = true;
            idle.clear();
            return new ArrayList<>(all);
        }
    }

    @Override
    public void abort() {
        end().forEach(Channel::abort);
        shared.close();
    }

    @Override
    public @Nullable CloseOutcome close(Deadline deadline) {
        CloseOutcome worst = null;
        for (Channel channel : end()) {
            channel.timeouts(channel.timeouts().withClose(Routes.remaining(deadline)));
            channel.close();
            CloseOutcome outcome = channel.closeOutcome();
            if (outcome != null && outcome.kind() != CloseOutcome.Kind.GRACEFUL) {
                worst = outcome;
            }
        }
        shared.close();
        return worst;
    }
}
