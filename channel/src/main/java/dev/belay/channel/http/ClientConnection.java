package dev.belay.channel.http;

import dev.belay.channel.transport.Connection;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A connection to a server, used by one exchange at a time. One thread drives it, blocking in the
 * connection; any thread may {@link #abort}.
 */
final class ClientConnection {
    private final HttpUrl.Origin origin;
    private final Connection connection;
    private final HttpInput input;
    private final ConnectionInput in;
    private final AbstractMessageParser<ClassicHttpResponse> parser = ResponseHead.parser();

    /** True once an exchange has ended on it: the server may close it at any moment. */
    private boolean reused;

    private boolean written;
    private boolean complete;

    ClientConnection(HttpUrl.Origin origin, Connection connection, HttpLimits limits) {
        this.origin = origin;
        this.connection = connection;
        this.input = new HttpInput(limits);
        this.in = new ConnectionInput(connection);
    }

    HttpUrl.Origin origin() {
        return origin;
    }

    Connection connection() {
        return connection;
    }

    boolean isReused() {
        return reused;
    }

    void markReused() {
        reused = true;
    }

    /**
     * Whether an idle connection can carry another request: no end and no stray octets have come.
     */
    boolean isFresh() {
        return input.length() == 0 && connection.isQuiet();
    }

    /** Writes a request. */
    void write(byte[] head, Octets body) throws IOException {
        ByteBuffer headBuffer = ByteBuffer.wrap(head);
        complete = false;
        try {
            if (body.length() == 0) {
                connection.write(headBuffer);
            } else {
                connection.write(headBuffer, ByteBuffer.wrap(body.array(), 0, body.length()));
            }
            complete = true;
        } finally {
            written = headBuffer.position() > 0;
        }
    }

    /** Whether the last request was handed to the system whole. */
    boolean hasWrittenAll() {
        return complete;
    }

    /** Whether any octet of the last request was handed to the system. */
    boolean hasWritten() {
        return written;
    }

    /** Whether something of the server, or its end, waits to be read. */
    boolean hasUnread() {
        return connection.isOpen() && !connection.isQuiet();
    }

    /** Reads the head of the final response. */
    ResponseHead readHead() throws IOException {
        return ResponseHead.read(parser, input, in);
    }

    /** The body behind a head. */
    HttpBody body(ResponseHead head) {
        return HttpBody.of(input, in, head.bodyLength());
    }

    void close() {
        connection.close();
    }

    void abort() {
        connection.abort();
    }
}
