package dev.belay.testing.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Connecting;
import dev.belay.channel.transport.Connection;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.TransportOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connections over TCP: what blocks can be ended from any thread, and nothing is left. */
@Timeout(60)
final class TcpTransportTest {
    @RegisterExtension static final OpenSockets SOCKETS = new OpenSockets();

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Environment environment = Environment.of(Clock.system());
    private Acceptor acceptor;

    @BeforeEach
    void listen() throws IOException {
        acceptor =
                Transport.tcp()
                        .listen(LOOPBACK, 0, TransportOptions.DEFAULT, listening(), environment);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        acceptor.close();
        assertTrue(
                environment.ledger().awaitAtMost(Ledger.Kind.CONNECTION, 0, SOON),
                () -> "left over: " + environment.ledger());
    }

    private Pending<String> listening() {
        return Pending.of(environment.clock(), "listen");
    }

    private int port() {
        return ((InetSocketAddress) acceptor.local()).getPort();
    }

    private Connection connect() {
        Pending<String> opening = Pending.of(environment.clock(), "open");
        return Transport.tcp()
                .connect(
                        LOOPBACK,
                        port(),
                        TransportOptions.DEFAULT,
                        new Connecting(opening, null, null, environment));
    }

    private static <T> CompletableFuture<T> on(boolean virtual, Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        builder.start(
                () -> {
                    try {
                        result.complete(call.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private static Throwable failure(CompletableFuture<?> result)
            throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError("returned " + result.get(SOON.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Test
    void gatheredBuffersArriveInOrderThenTheEnd() throws IOException {
        try (Connection client = connect();
                Connection server = acceptor.accept()) {
            client.write(
                    ByteBuffer.wrap(new byte[] {1, 2}),
                    ByteBuffer.allocate(0),
                    ByteBuffer.wrap(new byte[] {3}));
            client.shutdownOutput();
            ByteBuffer got = ByteBuffer.allocate(10);
            while (server.read(got) >= 0) {
                assertTrue(got.hasRemaining());
            }
            assertArrayEquals(
                    new byte[] {1, 2, 3}, java.util.Arrays.copyOf(got.array(), got.position()));
            assertEquals(client.local(), server.remote());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @SuppressWarnings("try") // the second end must do nothing
    void anAbortEndsAReadAndThePeerSeesAReset(boolean virtual) throws Exception {
        try (Connection client = connect();
                Connection server = acceptor.accept()) {
            CompletableFuture<Integer> reading =
                    on(virtual, () -> client.read(ByteBuffer.allocate(1)));
            CompletableFuture<Integer> peer =
                    on(virtual, () -> server.read(ByteBuffer.allocate(1)));
            client.abort();
            client.abort();
            client.close();
            assertTrue(failure(reading) instanceof IOException);
            assertTrue(failure(peer) instanceof IOException, "a reset, not an end");
            assertFalse(client.isOpen());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAbortEndsAWriteThatThePeerNeverReads(boolean virtual) throws Exception {
        try (Connection client = connect();
                Connection server = acceptor.accept()) {
            CountDownLatch writing = new CountDownLatch(1);
            CompletableFuture<Boolean> write =
                    on(
                            virtual,
                            () -> {
                                while (true) {
                                    writing.countDown();
                                    client.write(ByteBuffer.allocateDirect(1 << 20));
                                }
                            });
            writing.await();
            client.abort();
            assertTrue(failure(write) instanceof IOException);
            assertTrue(server.isOpen());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCloseEndsAnAccept(boolean virtual) throws Exception {
        CompletableFuture<Connection> accepting = on(virtual, acceptor::accept);
        acceptor.close();
        assertTrue(failure(accepting) instanceof IOException);
    }

    @Test
    void aConnectForAnOperationThatHasFailedEndsAtOnce() {
        Pending<String> opening = Pending.of(environment.clock(), "open");
        opening.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "aborted before"));
        BelayException e =
                assertThrows(
                        BelayException.class,
                        () ->
                                Transport.tcp()
                                        .connect(
                                                LOOPBACK,
                                                port(),
                                                TransportOptions.DEFAULT,
                                                new Connecting(opening, null, null, environment)));
        assertEquals(ErrorCode.OPERATION_ABORTED, e.code());
    }

    @Test
    void aFailureAfterTheConnectClosesTheConnection() {
        Pending<String> opening = Pending.of(environment.clock(), "open");
        Connection connection =
                Transport.tcp()
                        .connect(
                                LOOPBACK,
                                port(),
                                TransportOptions.DEFAULT,
                                new Connecting(opening, null, null, environment));
        assertTrue(connection.isOpen());
        opening.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "aborted"));
        assertFalse(connection.isOpen());
    }

    @Test
    void anAbortEndsANameResolutionThatNeverReturns() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Environment stuck =
                Environment.of(
                        Clock.system(),
                        host -> {
                            asked.countDown();
                            answer.await();
                            return List.of(InetAddress.getLoopbackAddress());
                        });
        Pending<String> opening = Pending.of(stuck.clock(), "open");
        CompletableFuture<Connection> connecting =
                on(
                        true,
                        () ->
                                Transport.tcp()
                                        .connect(
                                                "somewhere",
                                                port(),
                                                TransportOptions.DEFAULT,
                                                new Connecting(opening, null, null, stuck)));
        asked.await();
        opening.fail(Failure.of(ErrorCode.OPERATION_ABORTED, "aborted"));
        BelayException e = (BelayException) failure(connecting);
        assertEquals(ErrorCode.OPERATION_ABORTED, e.code());
        answer.countDown();
        assertEquals(0, stuck.ledger().count(Ledger.Kind.CONNECTION));
    }

    @Test
    void nobodyListensThere() throws IOException {
        int port = port();
        acceptor.close();
        Pending<String> opening = Pending.of(environment.clock(), "open");
        BelayException e =
                assertThrows(
                        BelayException.class,
                        () ->
                                Transport.tcp()
                                        .connect(
                                                LOOPBACK,
                                                port,
                                                TransportOptions.DEFAULT,
                                                new Connecting(opening, null, null, environment)));
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, e.code());
        assertFalse(Deadline.NONE.hasPassed());
    }

    @Test
    void anAddressIsGivenOnce() {
        assertThrows(
                BindException.class,
                () ->
                        Transport.tcp()
                                .listen(
                                        LOOPBACK,
                                        port(),
                                        TransportOptions.DEFAULT,
                                        listening(),
                                        environment));
    }

    @Test
    void keepAliveOptionsAreTaken() throws IOException {
        TransportOptions options =
                new TransportOptions(
                        true,
                        true,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        TransportOptions.IpVersion.IPV4,
                        0);
        Pending<String> opening = Pending.of(environment.clock(), "open");
        try (Connection client =
                        Transport.tcp()
                                .connect(
                                        LOOPBACK,
                                        port(),
                                        options,
                                        new Connecting(opening, null, null, environment));
                Connection server = acceptor.accept()) {
            assertTrue(client.isOpen());
            assertTrue(server.isOpen());
        }
    }
}
