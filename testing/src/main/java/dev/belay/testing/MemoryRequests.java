package dev.belay.testing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.transport.Connecting;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * The client's side of requests and replies in memory; each exchange is a connection of its own.
 */
final class MemoryRequests implements ChannelDriver {
    private final MemoryMessages network;
    private volatile @Nullable MemoryExchange current;
    private volatile String url = "";
    private volatile boolean aborted;

    MemoryRequests(MemoryMessages network) {
        this.network = network;
    }

    @Override
    public void attach(DriverHost host) {}

    @Override
    public void open(EndpointAddress to, Connecting connecting) throws IOException {
        network.faults().step(Faults.Side.CLIENT, Faults.Step.CONNECT, connecting.operation());
        network.requireListener(to.uri());
        url = to.uri();
    }

    @Override
    public void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline)
            throws IOException {
        MemoryExchange exchange = new MemoryExchange(network, message);
        current = exchange;
        owner.onFailure(exchange::abortClient);
        network.faults().step(Faults.Side.CLIENT, Faults.Step.WRITE, owner);
        network.arrive(url, exchange);
    }

    @Override
    public @Nullable Incoming receive(Pending<?> owner, Deadline deadline) throws IOException {
        MemoryExchange exchange = current;
        if (exchange == null && aborted) {
            throw new IOException("the channel was aborted");
        }
        if (exchange == null) {
            throw new IllegalStateException("receive is not allowed: no request was sent");
        }
        owner.onFailure(exchange::abortClient);
        network.faults().step(Faults.Side.CLIENT, Faults.Step.READ, owner);
        return exchange.reply(owner);
    }

    @Override
    public void endExchange(boolean completed) {
        MemoryExchange exchange = current;
        current = null;
        if (exchange != null) {
            exchange.abortClient();
        }
    }

    @Override
    public void close(Deadline deadline) throws IOException {
        endExchange(true);
    }

    @Override
    public void shutdownOutput(Deadline deadline) {
        throw new IllegalStateException("shutdownOutput is not allowed: there is no session");
    }

    @Override
    public void abort() {
        aborted = true;
        endExchange(false);
    }
}
