package dev.belay.channel.framing;

import dev.belay.channel.transport.Connection;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads records from a connection, blocking. Between records it waits without limit; inside one,
 * each {@value #STEP} octets must come within the limit of the watch.
 *
 * <p>One thread at a time reads.
 */
final class RecordInput {
    private static final int STEP = 16 * 1024;
    private static final int INITIAL = 2048;
    private static final int LARGEST = 64 * 1024;

    private final Connection connection;
    private final RecordDecoder decoder;
    private final ProgressWatch watch;
    private ByteBuffer buffer;
    private boolean watched;
    private int progress;

    /**
     * @param buffer octets that were read already, or null
     */
    RecordInput(
            Connection connection,
            RecordDecoder decoder,
            ProgressWatch watch,
            @Nullable ByteBuffer buffer) {
        this.connection = connection;
        this.decoder = decoder;
        this.watch = watch;
        this.buffer = buffer == null ? ByteBuffer.allocate(INITIAL).flip() : buffer;
    }

    /**
     * The next record, or null at the end of the input: {@link RecordDecoder#endOfInput} says what
     * that means.
     */
    @Nullable FramingRecord next() throws IOException, FramingException {
        while (true) {
            FramingRecord record = decoder.decode(buffer);
            if (record != null) {
                if (watched) {
                    watched = false;
                    watch.end();
                }
                return record;
            }
            if (!fill()) {
                return null;
            }
        }
    }

    RecordDecoder decoder() {
        return decoder;
    }

    /** What was read and not yet decoded. */
    ByteBuffer buffer() {
        return buffer;
    }

    /** Reads some octets into the empty buffer; false at the end of the input. */
    boolean fill() throws IOException {
        if (decoder.isInsideRecord() && (!watched || progress >= STEP)) {
            watched = true;
            progress = 0;
            watch.begin();
        }
        buffer.clear();
        int count;
        try {
            count = connection.read(buffer);
        } finally {
            buffer.flip();
        }
        if (count > 0) {
            progress += count;
            if (count == buffer.capacity() && count < LARGEST) {
                ByteBuffer larger = ByteBuffer.allocate(Math.min(count * 4, LARGEST));
                buffer = larger.put(buffer).flip();
            }
        }
        return count >= 0;
    }
}
