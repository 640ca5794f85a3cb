package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.channel.transport.Connection;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * A connection as the stream that HttpCore reads from. One thread reads; it blocks in the
 * connection.
 */
final class ConnectionInput extends InputStream {
    private static final int STEP = 65_536;

    private final Connection connection;
    private final @Nullable Watchdog watchdog;
    private final Supplier<Deadline> nextLimit;

    /** Octets since metering began; negative when it is off. */
    private long metered = -1;

    ConnectionInput(Connection connection) {
        this(connection, null, () -> Deadline.NONE);
    }

    /** As above, with a watchdog that bodies move. */
    ConnectionInput(
            Connection connection, @Nullable Watchdog watchdog, Supplier<Deadline> nextLimit) {
        this.connection = connection;
        this.watchdog = watchdog;
        this.nextLimit = nextLimit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = connection.read(ByteBuffer.wrap(into, offset, length));
        if (metered >= 0 && count > 0) {
            meter(count);
        }
        return count;
    }

    /** Begins a body: each 64 KiB of it that arrive earn the peer another limit. */
    void beginMetering() {
        metered = 0;
    }

    void endMetering() {
        metered = -1;
    }

    private void meter(int count) {
        long before = metered;
        metered += count;
        if (watchdog != null && before / STEP != metered / STEP) {
            watchdog.limit(nextLimit.get());
        }
    }
}
