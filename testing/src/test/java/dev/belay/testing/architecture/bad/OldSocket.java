package dev.belay.testing.architecture.bad;

import java.io.IOException;
import java.net.Socket;

/** Uses a socket whose blocked read ignores interrupts. */
public final class OldSocket {
    int read(Socket socket) throws IOException {
        return socket.getInputStream().read();
    }
}
