package dev.belay.testing.nettcp;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicReference;

/** A server that is nothing but a socket: it takes one connection and plays a script on it. */
final class RogueServer implements AutoCloseable {
    /** What the server does with its one connection. */
    @FunctionalInterface
    interface Script {
        void play(RawPeer client) throws IOException;
    }

    private final ServerSocket socket;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    RogueServer(Script script) throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        thread = Thread.ofVirtual().start(() -> run(script));
    }

    private void run(Script script) {
        try (RawPeer client = new RawPeer(socket.accept())) {
            script.play(client);
        } catch (IOException | AssertionError thrown) {
            failure.set(thrown);
        }
    }

    String url() {
        return "net.tcp://127.0.0.1:" + socket.getLocalPort() + "/rogue";
    }

    /** Waits for the end of the script, which must have found all that it expected. */
    void awaitEnd() throws InterruptedException {
        thread.join();
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError(thrown);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
