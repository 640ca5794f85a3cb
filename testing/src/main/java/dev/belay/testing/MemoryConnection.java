package dev.belay.testing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.PendingSet;
import dev.belay.channel.transport.Connection;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/** One end of a connection in memory; see {@link MemoryTransport}. */
public final class MemoryConnection implements Connection {
    private static final int CAPACITY = 64 * 1024;
    private static final Failure CLOSED =
            Failure.of(ErrorCode.OPERATION_ABORTED, "connection closed");
    private static final Failure RESET =
            Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "connection reset by peer");

    /**
     * Both ends of one connection.
     *
     * @param client the end of the one that connected
     * @param server the end of the one that accepted
     */
    public record Pair(MemoryConnection client, MemoryConnection server) {}

    /** How one side has ended its connection. */
    public enum End {
        /** Not at all. */
        NONE,
        /** In order: the other side reads to the end. */
        CLOSED,
        /** At once: the other side's next read and write fail. */
        RESET
    }

    private final Environment environment;
    private final Faults faults;
    private final Faults.Side side;
    private final Inbox<ByteBuffer> in;
    private final Inbox<ByteBuffer> out;
    private final SocketAddress local;
    private final SocketAddress remote;
    private final PendingSet stalls;
    private final AtomicReference<End> end = new AtomicReference<>(End.NONE);

    /** What is left of the last chunk; only the reading thread touches it. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private MemoryConnection(
            Environment environment,
            Faults faults,
            Faults.Side side,
            Inbox<ByteBuffer> in,
            Inbox<ByteBuffer> out,
            SocketAddress local,
            SocketAddress remote) {
        this.environment = environment;
        this.faults = faults;
        this.side = side;
        this.in = in;
        this.out = out;
        this.local = local;
        this.remote = remote;
        this.stalls = new PendingSet(environment);
        environment.ledger().took(Ledger.Kind.CONNECTION);
    }

    static Pair pair(
            Environment environment, Faults faults, SocketAddress client, SocketAddress server) {
        Inbox<ByteBuffer> up = pipe(environment);
        Inbox<ByteBuffer> down = pipe(environment);
        return new Pair(
                new MemoryConnection(
                        environment, faults, Faults.Side.CLIENT, down, up, client, server),
                new MemoryConnection(
                        environment, faults, Faults.Side.SERVER, up, down, server, client));
    }

    private static Inbox<ByteBuffer> pipe(Environment environment) {
        return new Inbox<>(
                environment, "bytes", Integer.MAX_VALUE, CAPACITY, ByteBuffer::remaining, _ -> {});
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        faults.step(side, Faults.Step.READ, stalls);
        if (!rest.hasRemaining()) {
            ByteBuffer next = next();
            if (next == null) {
                return -1;
            }
            rest = next;
        }
        int length = Math.min(into.remaining(), rest.remaining());
        into.put(rest.slice(rest.position(), length));
        rest.position(rest.position() + length);
        return length;
    }

    @Override
    public boolean isQuiet() {
        return isOpen() && !rest.hasRemaining() && in.size() == 0 && !in.isExhausted();
    }

    private @Nullable ByteBuffer next() throws IOException {
        try {
            return in.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
        } catch (BelayException e) {
            throw broken(e);
        }
    }

    @Override
    public void write(ByteBuffer... from) throws IOException {
        faults.step(side, Faults.Step.WRITE, stalls);
        for (ByteBuffer buffer : from) {
            while (buffer.hasRemaining()) {
                byte[] chunk = new byte[Math.min(buffer.remaining(), CAPACITY / 4)];
                buffer.get(chunk);
                put(ByteBuffer.wrap(chunk));
            }
        }
    }

    private void put(ByteBuffer chunk) throws IOException {
        try {
            if (!out.put(chunk, Deadline.NONE, ErrorCode.OPERATION_ABORTED, null)) {
                throw new IOException("broken pipe");
            }
        } catch (BelayException e) {
            throw broken(e);
        }
    }

    /** As on a socket, an interrupt of a thread inside closes the connection. */
    private IOException broken(BelayException e) {
        if (Thread.currentThread().isInterrupted()) {
            close();
        }
        return new IOException(e.getMessage(), e);
    }

    @Override
    public void shutdownOutput() throws IOException {
        faults.step(side, Faults.Step.SHUTDOWN, stalls);
        out.finish();
    }

    @Override
    public void close() {
        if (end(End.CLOSED)) {
            out.finish();
            in.failNow(CLOSED);
        }
    }

    @Override
    public void abort() {
        if (end(End.RESET)) {
            out.failNow(RESET);
            in.failNow(CLOSED);
        }
    }

    private boolean end(End how) {
        if (!end.compareAndSet(End.NONE, how)) {
            return false;
        }
        environment.ledger().gave(Ledger.Kind.CONNECTION);
        stalls.failAll(CLOSED);
        return true;
    }

    @Override
    public boolean isOpen() {
        return end.get() == End.NONE;
    }

    /** How this side has ended the connection, as the other side can tell; a snapshot. */
    public End ended() {
        return end.get();
    }

    @Override
    public SocketAddress remote() {
        return remote;
    }

    @Override
    public SocketAddress local() {
        return local;
    }
}
