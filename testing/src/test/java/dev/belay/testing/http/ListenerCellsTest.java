package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Ledger;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.ListenerState;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The cells of the cancellation matrix of listeners that touch HTTP. */
@OverTransport("http")
class ListenerCellsTest extends HttpTest {
    private final Listener listener = listen(ListenerOptions.DEFAULT);

    private RawPeer client() throws Exception {
        return closing(RawPeer.connect(port(listener)));
    }

    /** Starts accepts, and waits until all of them wait. */
    private List<CompletableFuture<Channel>> accepts(List<Channel> channels) throws Exception {
        List<CompletableFuture<Channel>> all = new ArrayList<>();
        for (Channel each : channels) {
            all.add(async(() -> listener.accept(each)));
        }
        for (Channel each : channels) {
            while (each.state() == ChannelState.CREATED) {
                Thread.onSpinWait();
            }
        }
        return all;
    }

    @Test
    @Cell("LI-OPEN")
    void urlTellsTheRealPort() throws Exception {
        assertNotEquals(0, port(listener));
        client().close();
    }

    @Test
    @Cell("LI-OPEN-IN-USE")
    void portThatIsTakenCanBeOpenedLater() throws Exception {
        RawServer other = closing(new RawServer());
        Listener second = closing(Listener.create(binding, ListenerOptions.DEFAULT, environment));
        BelayException taken = assertThrows(BelayException.class, () -> second.open(other.url()));
        assertEquals(ErrorCode.ADDRESS_IN_USE, taken.code());
        assertEquals(ListenerState.CREATED, second.state());
        BelayException samePath =
                assertThrows(
                        BelayException.class,
                        () -> second.open(Objects.requireNonNull(listener.url())));
        assertEquals(ErrorCode.ADDRESS_IN_USE, samePath.code());
        other.close();
        assertEquals(ListenerState.OPEN, second.open(other.url()).state());
    }

    @Test
    @Cell({"LI-ABORT-OPEN", "LI-ACCEPT-FAULTED", "LI-ABORT-FAULTED", "LI-CLOSE-FAULTED"})
    void abortEndsAllAccepts() throws Exception {
        List<Channel> channels = List.of(listener.newChannel(), listener.newChannel());
        var accepts = accepts(channels);
        listener.abort();
        for (var each : accepts) {
            assertFails(ErrorCode.OPERATION_ABORTED, each);
        }
        for (Channel each : channels) {
            assertEquals(ChannelState.CREATED, each.state());
        }
        listener.abort();
        assertEquals(ListenerState.FAULTED, listener.state());
        assertFails(ErrorCode.OBJECT_FAULTED, async(() -> listener.accept()));
        listener.close();
        assertEquals(
                CloseOutcome.Kind.ABORTED, Objects.requireNonNull(listener.closeOutcome()).kind());
    }

    @Test
    @Cell("LI-ABORT-OPEN-UNACCEPTED")
    void abortRefusesWhatNobodyAccepted() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        assertTrue(environment.ledger().awaitAtLeast(Ledger.Kind.CONNECTION, 2, PATIENCE));
        listener.abort();
        assertNotEquals(200, client.readStatusOr(503));
    }

    @Test
    @Cell({"LI-CLOSE-OPEN", "LI-ACCEPT-CLOSED", "LI-CLOSE-CLOSED", "LI-ABORT-CLOSED"})
    void closeEndsAllAcceptsAndThePort() throws Exception {
        int port = port(listener);
        var accepts = accepts(List.of(listener.newChannel(), listener.newChannel()));
        listener.close();
        for (var each : accepts) {
            assertFails(ErrorCode.OPERATION_ABORTED, each);
        }
        assertThrows(ConnectException.class, () -> RawPeer.connect(port));
        assertEquals(CloseOutcome.GRACEFUL, listener.closeOutcome());
        assertFails(ErrorCode.OBJECT_FAULTED, async(() -> listener.accept()));
        listener.close();
        listener.abort();
        assertEquals(ListenerState.CLOSED, listener.state());
    }

    @Test
    @Cell("LI-RESET")
    void closedListenerOpensAtTheSameAddressAgain() throws Exception {
        String url = Objects.requireNonNull(listener.url());
        listener.close();
        listener.reset();
        assertEquals(url, listener.open(url).url());
        client().send(post(envelope("hello")));
        Channel channel = listener.accept();
        channel.abort();
        channel.close();
    }

    @Test
    @Cell({"LI-ACCEPTED-SURVIVE", "CH-CLOSE-OPEN"})
    void acceptedChannelsSurviveTheListener() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        listener.abort();
        channel.reply(reply(request, "survived"), request);
        channel.close();
        assertEquals(CloseOutcome.GRACEFUL, channel.closeOutcome());
        assertTrue(client.read().body().contains("survived"));
    }

    @Test
    @Cell("LI-ACCEPT-INTERRUPT")
    void interruptedAcceptLeavesTheListener() throws Exception {
        Channel channel = listener.newChannel();
        CompletableFuture<Thread> acceptor = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        var accept =
                async(
                        Thread.ofPlatform(),
                        () -> {
                            acceptor.complete(Thread.currentThread());
                            try {
                                return listener.accept(channel);
                            } finally {
                                flag.complete(Thread.interrupted());
                            }
                        });
        get(acceptor).interrupt();
        assertFails(ErrorCode.OPERATION_ABORTED, accept);
        assertTrue(get(flag));
        assertEquals(ChannelState.CREATED, channel.state());
        client().send(post(envelope("hello")));
        Channel next = listener.accept(channel);
        next.abort();
        next.close();
    }

    @Test
    @Cell({"CH-ABORT-ACCEPTING", "CH-CLOSE-ACCEPTING"})
    void abortAndCloseOfTheChannelEndItsAccept() throws Exception {
        Channel aborted = listener.newChannel();
        Channel closed = listener.newChannel();
        var accepts = accepts(List.of(aborted, closed));
        aborted.abort();
        closed.close();
        assertFails(ErrorCode.OPERATION_ABORTED, accepts.get(0));
        assertFails(ErrorCode.OPERATION_ABORTED, accepts.get(1));
        assertEquals(ChannelState.CREATED, aborted.state());
        assertEquals(ChannelState.CLOSED, closed.state());
        assertEquals(ListenerState.OPEN, listener.state());
    }

    @Test
    @Cell("LI-ACCEPT-MANY")
    void eachAcceptGetsAChannelOfItsOwn() throws Exception {
        var accepts = accepts(List.of(listener.newChannel(), listener.newChannel()));
        client().send(post(envelope("one")));
        client().send(post(envelope("two")));
        List<String> texts = new ArrayList<>();
        for (var each : accepts) {
            Channel channel = get(each);
            texts.add(text(Objects.requireNonNull(channel.receive())));
            channel.abort();
            channel.close();
        }
        assertTrue(texts.containsAll(List.of("one", "two")), texts.toString());
    }
}
