package dev.belay.testing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
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
import java.util.Objects;

/**
 * One end of a session in memory: a queue of messages in, a queue out, and a thread that writes.
 */
final class MemorySession implements ChannelDriver {
    private static final int QUEUE = 64;

    /** A message on its way, or the end of the output. */
    private record Frame(@Nullable Incoming arriving, @Nullable Pending<@Nullable Void> written) {}

    private final MemoryMessages network;
    private final Environment environment;
    private final Faults.Side side;
    private final Inbox<Incoming> in;
    private final Inbox<Frame> out;
    private final Pending<@Nullable Void> life;
    private volatile @Nullable MemorySession peer;
    private volatile @Nullable DriverHost host;

    MemorySession(MemoryMessages network, Faults.Side side) {
        this.network = network;
        this.environment = network.environment();
        this.side = side;
        this.in = new Inbox<>(environment, "message", QUEUE);
        this.out =
                new Inbox<>(
                        environment, "frame", QUEUE, Long.MAX_VALUE, _ -> 0, MemorySession::lost);
        this.life = Pending.of(environment.clock(), "session");
    }

    private static void lost(Frame frame) {
        if (frame.written != null) {
            frame.written.fail(Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "not written"));
        }
    }

    @Override
    public void attach(DriverHost channel) {
        host = channel;
    }

    @Override
    public void open(EndpointAddress to, Connecting connecting) throws IOException {
        network.faults().step(Faults.Side.CLIENT, Faults.Step.CONNECT, connecting.operation());
        MemorySession server = new MemorySession(network, Faults.Side.SERVER);
        peer = server;
        server.peer = this;
        begin();
        server.begin();
        network.arrive(to.uri(), server);
    }

    private void begin() {
        environment.ledger().took(Ledger.Kind.CONNECTION);
        life.onFailure(this::end);
        environment.start("belay-memory-writer", this::write);
    }

    private MemorySession peer() {
        return Objects.requireNonNull(peer, "peer");
    }

    private void write() {
        try {
            while (true) {
                Frame frame = out.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
                if (frame == null) {
                    return;
                }
                network.faults()
                        .step(
                                side,
                                frame.arriving == null ? Faults.Step.SHUTDOWN : Faults.Step.WRITE,
                                life);
                deliver(frame);
            }
        } catch (IOException | BelayException e) {
            DriverHost channel = host;
            if (channel != null && !life.isDone()) {
                channel.failed(e);
            }
            abort();
        }
    }

    private void deliver(Frame frame) throws IOException {
        if (frame.arriving == null) {
            peer().in.finish();
        } else if (!peer().in
                .put(frame.arriving, Deadline.NONE, ErrorCode.OPERATION_ABORTED, life)) {
            throw new IOException("broken pipe");
        }
        if (frame.written != null) {
            frame.written.complete(null);
        }
    }

    @Override
    public void send(
            Message message,
            Pending<?> owner,
            @Nullable Pending<@Nullable Void> written,
            Deadline deadline) {
        out.put(
                new Frame(network.decode(network.encode(message)), written),
                deadline,
                ErrorCode.OPERATION_ABANDONED,
                owner);
    }

    @Override
    public @Nullable Incoming receive(Pending<?> owner, Deadline deadline) throws IOException {
        network.faults().step(side, Faults.Step.READ, life);
        try {
            return in.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
        } catch (BelayException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void shutdownOutput(Deadline deadline) {
        Pending<@Nullable Void> written =
                life.adopt(Pending.of(environment.clock(), "end of output"));
        out.put(new Frame(null, written), deadline, ErrorCode.OPERATION_ABORTED, written);
        written.await(deadline, ErrorCode.OPERATION_ABORTED);
    }

    @Override
    public void close(Deadline deadline) throws IOException {
        network.faults().step(side, Faults.Step.CLOSE, life);
        out.finish();
    }

    @Override
    public void abort() {
        life.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "session ended"));
    }

    private void end() {
        environment.ledger().gave(Ledger.Kind.CONNECTION);
        Failure ended = Failure.of(ErrorCode.OPERATION_ABORTED, "session ended");
        out.failNow(ended);
        in.failNow(ended);
        peer().in
                .failAfter(Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "connection reset by peer"));
    }
}
