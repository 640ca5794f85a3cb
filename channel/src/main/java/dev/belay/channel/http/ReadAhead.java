package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Inbox;
import dev.belay.channel.transport.Connection;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a connection ahead of the thread that serves it, for a peer that sends its next request
 * before it has the answer to the last: so its going is seen while an operation runs, and the
 * serving thread need not be woken from a read. Holds a few KiB; beyond that it stops looking.
 *
 * <p>{@link #run} is a thread of its own; {@link #read} belongs to the serving thread and waits in
 * the room.
 */
final class ReadAhead extends InputStream {
    private static final int BOUND = 4096;
    private static final int STEP = 1024;

    private final Connection connection;
    private final Consumer<IOException> ended;
    private final Inbox<byte[]> pieces;
    private byte[] piece = {};
    private int position;

    /**
     * A reader that has not begun.
     *
     * @param ended told once, with an {@link EOFException} if the peer ended its output in order
     */
    ReadAhead(Connection connection, Environment environment, Consumer<IOException> ended) {
        this.connection = connection;
        this.ended = ended;
        this.pieces =
                new Inbox<>(
                        environment, "next request", BOUND, BOUND, each -> each.length, _ -> {});
    }

    /** Reads until the connection ends. */
    void run() {
        byte[] buffer = new byte[STEP];
        try {
            int count = connection.read(ByteBuffer.wrap(buffer));
            while (count >= 0) {
                pieces.put(
                        Arrays.copyOf(buffer, count),
                        Deadline.NONE,
                        ErrorCode.OPERATION_ABORTED,
                        null);
                count = connection.read(ByteBuffer.wrap(buffer));
            }
            pieces.finish();
            ended.accept(new EOFException("the client has closed its connection"));
        } catch (IOException e) {
            pieces.failAfter(Failure.of(e, ErrorCode.ENDPOINT_DISCONNECTED, "read failed"));
            ended.accept(e);
        }
    }

    /** Ends a thread that waits for room; the connection must be closed too. */
    void stop() {
        pieces.failNow(Failure.of(ErrorCode.ENDPOINT_DISCONNECTED, "the connection was closed"));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position == piece.length) {
            byte[] next = take();
            if (next == null) {
                return -1;
            }
            piece = next;
            position = 0;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, into, offset, count);
        position += count;
        return count;
    }

    private byte @Nullable [] take() throws IOException {
        try {
            return pieces.take(Deadline.NONE, ErrorCode.OPERATION_ABORTED, null);
        } catch (BelayException e) {
            throw new IOException("the connection broke", e);
        }
    }
}
