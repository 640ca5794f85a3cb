package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Failure;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The client goes while an operation runs, and the operation's channel is told. */
@OverTransport("http")
class PeerGoneTest extends HttpTest {
    private final Listener listener = listen(ListenerOptions.DEFAULT);

    private RawPeer client() throws Exception {
        return closing(RawPeer.connect(port(listener)));
    }

    private static CompletableFuture<Failure> gone(Channel channel) {
        CompletableFuture<Failure> gone = new CompletableFuture<>();
        channel.onDisconnect(
                why -> {
                    if (!gone.complete(why)) {
                        throw new AssertionError("told twice");
                    }
                });
        return gone;
    }

    @Test
    void halfCloseCountsAsGoneAndTheReplyIsTried() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        var gone = gone(channel);
        client.finish();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertEquals(ChannelState.OPEN, channel.state());
        channel.reply(reply(request, "tried"), request);
        channel.close();
        assertTrue(client.read().body().contains("tried"));
        assertEquals("FIN", client.awaitEnd());
    }

    @Test
    @Cell("CH-FAULT-OPERATION")
    void resetFaultsTheChannel() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        var gone = gone(channel);
        client.reset();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        assertEquals(ChannelState.FAULTED, channel.state());
        assertFails(
                ErrorCode.OBJECT_FAULTED,
                async(
                        () -> {
                            channel.reply(reply(request, "too late"), request);
                            return true;
                        }));
        channel.close();
    }

    @Test
    void clientThatLeftBeforeTheAcceptIsGoneAtOnce() throws Exception {
        RawPeer first = client().send(post(envelope("first")));
        first.finish();
        Channel channel = listener.accept();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone(channel)).code());
        channel.abort();
        channel.close();
    }

    @Test
    void pipelinedRequestsDoNotHideTheEnd() throws Exception {
        RawPeer client = client().send(post(envelope("first")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        var gone = gone(channel);
        client.send(post(envelope("second")));
        client.finish();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        channel.reply(reply(request, "1"), request);
        channel.close();
        assertTrue(client.read().body().contains(">1<"));
        Channel second = listener.accept();
        Message next = Objects.requireNonNull(second.receive());
        get(gone(second));
        second.reply(reply(next, "2"), next);
        second.close();
        assertTrue(client.read().body().contains(">2<"));
        assertEquals("FIN", client.awaitEnd());
    }

    @Test
    void pipelinedRequestsDoNotHideAReset() throws Exception {
        RawPeer client = client().send(post(envelope("first")));
        Channel channel = listener.accept();
        channel.receive();
        var gone = gone(channel);
        client.send("POST");
        client.reset();
        get(gone);
        channel.close();
    }

    @Test
    void readingAheadIsBounded() throws Exception {
        RawPeer client = client().send(post(envelope("first")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        String large = post(envelope("x".repeat(60_000)));
        var flood =
                async(
                        () -> {
                            for (int i = 0; i < 200; i++) {
                                client.send(large);
                            }
                            return true;
                        });
        channel.reply(reply(request, "1"), request);
        channel.close();
        assertTrue(client.read().body().contains(">1<"));
        Channel second = listener.accept();
        second.receive();
        assertFalse(flood.isDone());
        second.abort();
        second.close();
        assertTrue(flood.handle((done, failed) -> failed != null).get());
    }

    @Test
    void acceptedOneWayMessageIsOverForTheTransport() throws Exception {
        RawPeer client = client().send(post(envelope("one-way")));
        Channel channel = listener.accept();
        channel.receive();
        var gone = gone(channel);
        channel.close();
        assertEquals(202, client.read().status());
        client.reset();
        assertTrue(
                environment
                        .ledger()
                        .awaitAtMost(dev.belay.cancel.Ledger.Kind.CONNECTION, 1, PATIENCE));
        assertFalse(gone.isDone() && get(gone).code() == ErrorCode.ENDPOINT_DISCONNECTED);
    }

    @Test
    void abandonedCallIsSeenByTheServer() throws Exception {
        Channel client = channel(Objects.requireNonNull(listener.url()), ChannelOptions.DEFAULT);
        Message request = request("hello");
        var call = async(() -> client.request(request));
        Channel channel = listener.accept();
        channel.receive();
        var gone = gone(channel);
        client.abandonMessage(request);
        assertFails(ErrorCode.OPERATION_ABANDONED, call);
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, get(gone).code());
        channel.close();
    }

    @Test
    @Cell({"CH-REPLY-ONCE", "CH-REPLY-NONE"})
    void replyChannelReceivesOnceAndNeedNotReply() throws Exception {
        Channel client = channel(Objects.requireNonNull(listener.url()), ChannelOptions.DEFAULT);
        var call = async(() -> client.request(request("one-way")));
        Channel channel = listener.accept();
        assertEquals("one-way", text(Objects.requireNonNull(channel.receive())));
        assertNull(channel.receive());
        channel.close();
        assertNull(get(call));
    }
}
