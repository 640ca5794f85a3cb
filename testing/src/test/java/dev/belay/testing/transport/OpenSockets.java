package dev.belay.testing.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The sockets of this process that are open, as the system counts them, not as our ledger does:
 * what a class of tests has opened is closed after it. Only where the system lists descriptors
 * under /proc; elsewhere nothing is counted, and that is printed.
 */
public final class OpenSockets implements BeforeAllCallback, AfterAllCallback {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Duration SOON = Duration.ofSeconds(20);

    private int before;

    /** How many there are now. */
    public static int count() {
        int sockets = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path each : all) {
                if (isSocket(each)) {
                    sockets++;
                }
            }
        } catch (IOException e) {
            System.out.println("open sockets are not counted: no " + DESCRIPTORS);
        }
        return sockets;
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException _) {
            return false; // closed meanwhile
        }
    }

    /** Waits until there are no more than so many. */
    public static void awaitAtMost(int most) {
        long end = System.nanoTime() + SOON.toNanos();
        int now = count();
        while (now > most) {
            assertTrue(System.nanoTime() < end, "open sockets: " + now + ", before: " + most);
            Thread.onSpinWait();
            now = count();
        }
    }

    /** What the JDK itself opens with the first connection, and keeps. */
    public static void warmUp() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel peer = server.accept()) {
            client.shutdownOutput();
            assertTrue(peer.read(ByteBuffer.allocate(1)) < 0);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        warmUp();
        before = count();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        awaitAtMost(before);
    }
}
