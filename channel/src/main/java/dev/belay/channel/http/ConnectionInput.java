package dev.belay.channel.http;

import dev.belay.channel.transport.Connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A connection as the stream that HttpCore reads from. One thread reads; it blocks in the
 * connection.
 */
final class ConnectionInput extends InputStream {
    private final Connection connection;

    ConnectionInput(Connection connection) {
        this.connection = connection;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return connection.read(ByteBuffer.wrap(into, offset, length));
    }
}
