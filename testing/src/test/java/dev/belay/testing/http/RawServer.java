package dev.belay.testing.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A listening socket that a test serves by hand. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;

    RawServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(20_000);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/shop";
    }

    RawPeer accept() throws IOException {
        return new RawPeer(socket.accept());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
