package dev.belay.testing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.DriverHost;
import dev.belay.channel.spi.Incoming;
import dev.belay.channel.transport.Connecting;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** One request and its reply in memory; also the driver of the server's channel. */
final class MemoryExchange implements ChannelDriver {

    private final MemoryMessages network;
    private final AtomicReference<@Nullable Incoming> request;
    private final Inbox<Incoming> reply;
    private final Pending<@Nullable Void> client;
    private final Pending<@Nullable Void> server;

    MemoryExchange(MemoryMessages network, Message request) {
        this.network = network;
        this.request = new AtomicReference<>(network.decode(network.encode(request)));
        this.reply = new Inbox<>(network.environment(), "reply", 1);
        this.client = Pending.of(network.environment().clock(), "exchange");
        this.server = Pending.of(network.environment().clock(), "exchange");
        Ledger ledger = network.environment().ledger();
        ledger.took(Ledger.Kind.CONNECTION);
        client.onEnd(() -> ledger.gave(Ledger.Kind.CONNECTION));
    }

    /** Waits for the reply as I/O does: an interrupt ends it. */
    @Nullable Incoming reply(Pending<?> owner) throws IOException {
        try {
            return reply.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, owner);
        } catch (BelayException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The client has gone, or needs nothing more. */
    void abortClient() {
        Failure gone = Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "the client has gone");
        reply.failNow(gone);
        client.fail(gone);
    }

    @Override
    public void attach(DriverHost channel) {
        client.onFailure(
                () -> {
                    if (!server.isDone()) {
                        channel.failed(new IOException("the client has gone"));
                    }
                });
    }

    @Override
    public void open(EndpointAddress to, Connecting connecting) {
        throw new IllegalStateException("open is not allowed: the channel was accepted");
    }

    @Override
    public @Nullable Incoming receive(Pending<?> owner, Deadline deadline) throws IOException {
        network.faults().step(Faults.Side.SERVER, Faults.Step.READ, owner);
        return request.getAndSet(null);
    }

    @Override
    public void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline)
            throws IOException {
        network.faults().step(Faults.Side.SERVER, Faults.Step.WRITE, owner);
        server.complete(null);
        if (!reply.offer(network.decode(network.encode(message)))) {
            throw new IOException("the client has gone");
        }
    }

    @Override
    public void shutdownOutput(Deadline deadline) {
        throw new IllegalStateException("shutdownOutput is not allowed: there is no session");
    }

    @Override
    public void close(Deadline deadline) throws IOException {
        network.faults().step(Faults.Side.SERVER, Faults.Step.CLOSE, server);
        server.complete(null);
        reply.finish();
    }

    @Override
    public void abort() {
        Failure reset = Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "connection reset by peer");
        if (server.fail(reset)) {
            reply.failAfter(reset);
        }
    }
}
