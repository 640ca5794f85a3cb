package dev.belay.testing.architecture.bad;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Resolves names and connects outside of a connection. */
public final class Connects {
    SocketChannel connect() throws IOException {
        return SocketChannel.open(new InetSocketAddress(InetAddress.getByName("localhost"), 80));
    }

    InetSocketAddress resolve() {
        return new InetSocketAddress("localhost", 80);
    }
}
