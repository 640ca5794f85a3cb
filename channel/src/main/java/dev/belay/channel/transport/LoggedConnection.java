package dev.belay.channel.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection that tells what goes through it. */
final class LoggedConnection implements Connection {
    private final Connection inner;
    private final WireListener listener;
    private final long id;
    private final AtomicBoolean ended = new AtomicBoolean();

    LoggedConnection(Connection inner, WireListener listener, long id) {
        this.inner = inner;
        this.listener = listener;
        this.id = id;
        listener.opened(id, inner.local(), inner.remote());
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int start = into.position();
        int count = inner.read(into);
        if (count > 0) {
            listener.received(id, into.slice(start, count).asReadOnlyBuffer());
        }
        return count;
    }

    @Override
    public boolean isQuiet() {
        return inner.isQuiet();
    }

    @Override
    public void write(ByteBuffer... from) throws IOException {
        for (ByteBuffer buffer : from) {
            if (buffer.hasRemaining()) {
                listener.sent(id, buffer.asReadOnlyBuffer());
            }
        }
        inner.write(from);
    }

    @Override
    public void shutdownOutput() throws IOException {
        inner.shutdownOutput();
    }

    @Override
    public void close() {
        inner.close();
        end(false);
    }

    @Override
    public void abort() {
        inner.abort();
        end(true);
    }

    private void end(boolean reset) {
        if (ended.compareAndSet(false, true)) {
            listener.closed(id, reset);
        }
    }

    @Override
    public boolean isOpen() {
        return inner.isOpen();
    }

    @Override
    public SocketAddress remote() {
        return inner.remote();
    }

    @Override
    public SocketAddress local() {
        return inner.local();
    }

    @Override
    public String toString() {
        return inner + " (logged as " + id + ')';
    }
}
