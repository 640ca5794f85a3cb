package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Timeouts;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A client calls off what it waits for: the call ends, and the server learns of it at once. */
@OverTransport("http")
class CallOffTest extends HttpTest {
    private final RawServer server;
    private final Channel channel;

    CallOffTest() throws Exception {
        server = closing(new RawServer());
        channel = channel(server.url(), ChannelOptions.DEFAULT);
    }

    static Stream<Thread.Builder> kinds() {
        return Stream.of(Thread.ofVirtual(), Thread.ofPlatform());
    }

    private CompletableFuture<Message> call(Message request) {
        return async(() -> channel.request(request));
    }

    private RawPeer accept() throws Exception {
        return closing(server.accept());
    }

    /** The channel carries the next exchange, over another connection. */
    private void carriesTheNext() throws Exception {
        assertEquals(ChannelState.OPEN, channel.state());
        var next = call(request("next"));
        RawPeer peer = accept();
        assertTrue(peer.read().body().contains("next"));
        peer.send(response(200, TYPE, envelope("done")));
        assertEquals("done", text(get(next)));
    }

    @Test
    @Cell({"CH-ABORT-OPEN-REQUEST", "CH-USE-ABORTED", "CH-ABORT-FAULTED"})
    void abortEndsACallAndItsConnection() throws Exception {
        var call = call(request("hello"));
        RawPeer peer = accept();
        peer.read();
        channel.abort();
        assertFails(ErrorCode.OPERATION_ABORTED, call);
        assertEquals("RST", peer.awaitEnd());
        assertEquals(ChannelState.FAULTED, channel.state());
        channel.abort();
        assertEquals(ChannelState.FAULTED, channel.state());
        assertFails(ErrorCode.OPERATION_ABORTED, call(request("later")));
        assertFails(ErrorCode.OPERATION_ABORTED, async(channel::receive));
    }

    @Test
    @Cell("CH-ABORT-OPEN-SEND")
    void abortEndsAWriteThatNeverReturns() throws Exception {
        Channel large =
                channel(
                        server.url(),
                        ChannelOptions.builder().maxBufferedMessageSize(25_000_000).build());
        var send =
                async(
                        () -> {
                            large.send(request("x".repeat(20_000_000)));
                            return true;
                        });
        RawPeer peer = accept();
        peer.awaitOctet();
        large.abort();
        assertFails(ErrorCode.OPERATION_ABORTED, send);
        assertEquals(ChannelState.FAULTED, large.state());
    }

    @Test
    @Cell("CH-ABORT-OPEN-RECEIVE")
    void abortEndsAReceive() throws Exception {
        var sent =
                async(
                        () -> {
                            channel.send(request("hello"));
                            return true;
                        });
        RawPeer peer = accept();
        peer.read();
        get(sent);
        var receive = async(channel::receive);
        peer.send("HTTP/1.1 200 OK\r\n");
        channel.abort();
        assertFails(ErrorCode.OPERATION_ABORTED, receive);
        assertEquals("RST", peer.awaitEnd());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Cell("CH-EXCHANGE-INTERRUPT")
    void interruptAbandonsTheCall(Thread.Builder kind) throws Exception {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        var call =
                async(
                        kind,
                        () -> {
                            caller.complete(Thread.currentThread());
                            try {
                                return channel.request(request("hello"));
                            } finally {
                                flag.complete(Thread.interrupted());
                            }
                        });
        RawPeer peer = accept();
        peer.read();
        get(caller).interrupt();
        assertFails(ErrorCode.OPERATION_ABANDONED, call);
        assertTrue(get(flag));
        peer.awaitEnd();
        carriesTheNext();
    }

    @Test
    @Cell("CH-EXCHANGE-TIMEOUT")
    void deadlineEndsTheCall() throws Exception {
        var call =
                async(
                        () ->
                                channel.request(
                                        request("hello"),
                                        Deadline.after(
                                                Duration.ofMillis(50),
                                                environment.clock(),
                                                "call")));
        RawPeer peer = accept();
        assertFails(ErrorCode.OPERATION_TIMED_OUT, call);
        assertEquals("RST", peer.skipToEnd());
        carriesTheNext();
    }

    @Test
    void responseHasALimitOfItsOwn() throws Exception {
        channel.timeouts(Timeouts.DEFAULT.withReceiveResponse(Duration.ofMillis(200)));
        var call = call(request("hello"));
        RawPeer peer = accept();
        BelayException failure = assertFails(ErrorCode.OPERATION_TIMED_OUT, call);
        assertTrue(failure.getMessage().contains("receive response"), failure.getMessage());
        assertEquals("RST", peer.skipToEnd());
    }

    @Test
    @Cell("CH-ABANDON-EXCHANGE")
    void abandonClosesTheConnection() throws Exception {
        Message request = request("hello");
        var call = call(request);
        RawPeer peer = accept();
        peer.read();
        channel.abandonMessage(request);
        assertFails(ErrorCode.OPERATION_ABANDONED, call);
        assertEquals("RST", peer.awaitEnd());
        carriesTheNext();
    }

    @Test
    @Cell("CH-FAULT-EXCHANGE")
    void brokenExchangeLeavesTheChannel() throws Exception {
        var call = call(request("hello"));
        RawPeer peer = accept();
        peer.read();
        peer.reset();
        assertFails(ErrorCode.ENDPOINT_DISCONNECTED, call);
        carriesTheNext();
    }

    @Test
    void callThatWaitsForAConnectionCanBeCalledOff() throws Exception {
        CountDownLatch dialled = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        LateTransport late = new LateTransport(dialled, held);
        Channel slow =
                closing(Channel.create(binding.over(late), ChannelOptions.DEFAULT, environment))
                        .open(dev.belay.soap.EndpointAddress.of(server.url()));
        Message request = request("hello");
        var call = async(() -> slow.request(request));
        assertTrue(dialled.await(20, TimeUnit.SECONDS));
        slow.abandonMessage(request);
        assertFails(ErrorCode.OPERATION_ABANDONED, call);
        held.countDown();
        RawPeer peer = accept();
        peer.awaitEnd();
        assertEquals(ChannelState.OPEN, slow.state());
    }

    @Test
    @Cell("CH-CLOSE-OPEN-REQUEST")
    void closeWaitsForTheReply() throws Exception {
        var call = call(request("hello"));
        RawPeer peer = accept();
        peer.read();
        var close = closeAsync(Thread.ofVirtual());
        awaitState(ChannelState.CLOSING);
        peer.send(response(200, TYPE, envelope("reply")));
        assertEquals("reply", text(get(call)));
        get(close);
        assertEquals(CloseOutcome.GRACEFUL, channel.closeOutcome());
    }

    @Test
    @Cell("CH-CLOSE-TIMEOUT")
    void closeHasALimit() throws Exception {
        channel.timeouts(Timeouts.DEFAULT.withClose(Duration.ofMillis(50)));
        var call = call(request("hello"));
        RawPeer peer = accept();
        peer.read();
        channel.close();
        assertFails(ErrorCode.OPERATION_ABORTED, call);
        assertEquals("RST", peer.awaitEnd());
        assertEquals(CloseOutcome.Kind.TIMED_OUT, outcome());
    }

    @Test
    @Cell("CH-CLOSE-INTERRUPT")
    void interruptedCloseSkipsTheGracefulPart() throws Exception {
        var call = call(request("hello"));
        RawPeer peer = accept();
        peer.read();
        var flag =
                async(
                        () -> {
                            Thread.currentThread().interrupt();
                            channel.close();
                            return Thread.interrupted();
                        });
        assertTrue(get(flag));
        assertFails(ErrorCode.OPERATION_ABORTED, call);
        assertEquals("RST", peer.awaitEnd());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome());
    }

    @Test
    @Cell({"CH-ABORT-CLOSING", "CH-CLOSE-CLOSING"})
    void abortShortensAClose() throws Exception {
        var call = call(request("hello"));
        RawPeer peer = accept();
        peer.read();
        var close = closeAsync(Thread.ofVirtual());
        awaitState(ChannelState.CLOSING);
        var second = closeAsync(Thread.ofPlatform());
        channel.abort();
        get(close);
        get(second);
        assertFails(ErrorCode.OPERATION_ABORTED, call);
        assertEquals("RST", peer.awaitEnd());
        assertEquals(CloseOutcome.Kind.ABORTED, outcome());
        assertEquals(ChannelState.CLOSED, channel.state());
    }

    @Test
    @Cell({"CH-CLOSE-OPEN", "CH-CLOSE-CLOSED", "CH-ABORT-CLOSED", "CH-RESET", "CH-USE-CLOSED"})
    void closedChannelIsQuietUntilReset() throws Exception {
        carriesTheNext();
        channel.close();
        assertEquals(ChannelState.CLOSED, channel.state());
        channel.close();
        channel.abort();
        assertEquals(CloseOutcome.GRACEFUL, channel.closeOutcome());
        assertFails(ErrorCode.OBJECT_FAULTED, call(request("late")));
        channel.reset();
        channel.open(dev.belay.soap.EndpointAddress.of(server.url()));
        carriesTheNext();
    }

    @Test
    @Cell({"CH-ABORT-CREATED", "CH-USE-CREATED", "CH-ABANDON-ILLEGAL", "CH-CLOSE-CREATED"})
    void createdChannelRemembersAnAbort() {
        Channel fresh = closing(Channel.create(binding, ChannelOptions.DEFAULT, environment));
        var to = dev.belay.soap.EndpointAddress.of(server.url());
        assertThrows(IllegalStateException.class, () -> fresh.request(request("early")));
        assertThrows(IllegalStateException.class, () -> fresh.abandonMessage(request("none")));
        fresh.abort();
        assertEquals(ChannelState.CREATED, fresh.state());
        BelayException aborted = assertThrows(BelayException.class, () -> fresh.open(to));
        assertEquals(ErrorCode.OPERATION_ABORTED, aborted.code());
        assertEquals(ChannelState.OPEN, fresh.open(to).state());
        assertThrows(IllegalStateException.class, () -> fresh.open(to));
        Channel other = closing(Channel.create(binding, ChannelOptions.DEFAULT, environment));
        other.close();
        assertEquals(ChannelState.CLOSED, other.state());
    }

    @Test
    void drainingAbandonedCallsKeepsTheConnection() throws Exception {
        Channel draining =
                channel(server.url(), ChannelOptions.builder().drainAbandonedCalls(true).build());
        Message request = request("first");
        var call = async(() -> draining.request(request));
        RawPeer peer = accept();
        peer.read();
        // Until its response is read by a thread beside, an abandoned call ends its connection.
        assertTrue(
                environment
                        .ledger()
                        .awaitAtLeast(dev.belay.cancel.Ledger.Kind.THREAD, 1, PATIENCE));
        draining.abandonMessage(request);
        assertFails(ErrorCode.OPERATION_ABANDONED, call);
        peer.send(response(200, TYPE, envelope("dropped")));
        // The thread that drops the response is gone once the connection is back in the pool.
        assertTrue(
                environment.ledger().awaitAtMost(dev.belay.cancel.Ledger.Kind.THREAD, 0, PATIENCE));
        var next = async(() -> draining.request(request("second")));
        assertTrue(peer.read().body().contains("second"));
        peer.send(response(200, TYPE, envelope("2")));
        assertEquals("2", text(get(next)));
        Message third = request("third");
        var aborted = async(() -> draining.request(third));
        peer.read();
        draining.abort();
        assertFails(ErrorCode.OPERATION_ABORTED, aborted);
        assertEquals("RST", peer.awaitEnd());
    }

    private CompletableFuture<Boolean> closeAsync(Thread.Builder kind) {
        return async(
                kind,
                () -> {
                    channel.close();
                    return true;
                });
    }

    private CloseOutcome.Kind outcome() {
        return Objects.requireNonNull(channel.closeOutcome()).kind();
    }

    private void awaitState(ChannelState state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (channel.state() != state) {
            assertTrue(System.nanoTime() < end, "state " + channel.state());
            Thread.onSpinWait();
        }
    }
}
