package dev.belay.channel.transport;

import dev.belay.cancel.Ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** A TCP connection over a blocking {@link SocketChannel}. */
final class TcpConnection implements Connection {
    private static final SocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    private final SocketChannel socket;
    private final Ledger ledger;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile SocketAddress remote = UNKNOWN;
    private volatile SocketAddress local = UNKNOWN;

    TcpConnection(SocketChannel socket, Ledger ledger) {
        this.socket = socket;
        this.ledger = ledger;
        ledger.took(Ledger.Kind.CONNECTION);
    }

    /** Keeps the addresses, for they cannot be asked for once the socket is closed. */
    void connected() throws IOException {
        remote = socket.getRemoteAddress();
        local = socket.getLocalAddress();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return socket.read(into);
    }

    @Override
    public boolean isQuiet() {
        try {
            socket.configureBlocking(false);
            boolean quiet = socket.read(ByteBuffer.allocate(1)) == 0;
            socket.configureBlocking(true);
            return quiet;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void write(ByteBuffer... from) throws IOException {
        if (from.length == 1) {
            writeAll(from[0]);
            return;
        }
        long left = 0;
        for (ByteBuffer buffer : from) {
            left += buffer.remaining();
        }
        while (left > 0) {
            left -= socket.write(from);
        }
    }

    private void writeAll(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            socket.write(buffer);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() {
        end();
    }

    @Override
    public void abort() {
        if (closed.get()) {
            return;
        }
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException _) {
            // The socket is closed already; there is nothing left to reset.
        }
        end();
    }

    private void end() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ledger.gave(Ledger.Kind.CONNECTION);
        }
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public SocketAddress remote() {
        return remote;
    }

    @Override
    public SocketAddress local() {
        return local;
    }

    @Override
    public String toString() {
        return "tcp " + local + " to " + remote;
    }
}
