package dev.belay.testing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Listens on a network of messages in memory. */
final class MemoryListener implements ListenerDriver {
    private static final int BACKLOG = 50;

    private final MemoryMessages network;
    private final Inbox<ChannelDriver> arrived;
    private final Pending<@Nullable Void> life;

    MemoryListener(MemoryMessages network) {
        this.network = network;
        this.life = Pending.of(network.environment().clock(), "listener");
        this.arrived =
                new Inbox<>(
                        network.environment(),
                        "arrival",
                        BACKLOG,
                        Long.MAX_VALUE,
                        _ -> 0,
                        ChannelDriver::abort);
    }

    boolean arrive(ChannelDriver server) {
        return arrived.offer(server);
    }

    @Override
    public String open(String url, Pending<?> opening, Deadline deadline) throws IOException {
        network.faults().step(Faults.Side.SERVER, Faults.Step.LISTEN, opening);
        String real = network.listen(url, this);
        network.environment().ledger().took(Ledger.Kind.CONNECTION);
        life.onFailure(this::end);
        return real;
    }

    private void end() {
        if (network.unlisten(this)) {
            network.environment().ledger().gave(Ledger.Kind.CONNECTION);
        }
        arrived.failNow(Failure.of(ErrorCode.OPERATION_ABORTED, "the listener has ended"));
    }

    @Override
    public void start(AcceptSink sink) {
        network.environment().start("belay-memory-acceptor", () -> accept(sink));
    }

    private void accept(AcceptSink sink) {
        try {
            while (true) {
                ChannelDriver next = arrived.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
                if (next == null || !sink.accepted(next)) {
                    return;
                }
            }
        } catch (BelayException e) {
            sink.failed(e);
        }
    }

    @Override
    public void close(Deadline deadline) throws IOException {
        network.faults().step(Faults.Side.SERVER, Faults.Step.CLOSE, life);
        abort();
    }

    @Override
    public void abort() {
        life.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "the listener was aborted"));
    }
}
