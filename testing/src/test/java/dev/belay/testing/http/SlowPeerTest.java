package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Ledger;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.Timeouts;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.ControlledClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Clients that are slow on purpose are dropped by limits, and honest ones are served meanwhile. */
class SlowPeerTest extends HttpTest {
    private static final int LARGE = 20_000_000;

    private final ControlledClock time = (ControlledClock) environment.clock();
    private final Listener listener =
            listen(
                    ListenerOptions.builder()
                            .channels(
                                    ChannelOptions.builder()
                                            .timeouts(Timeouts.NONE)
                                            .maxBufferedMessageSize(2 * LARGE)
                                            .build())
                            .build());

    @Override
    Clock clock() {
        return new ControlledClock();
    }

    private RawPeer client() throws Exception {
        return closing(RawPeer.connect(port(listener)));
    }

    /** Lets the time pass once so many limits are set. */
    private void pass(Duration duration, int limits) throws Exception {
        assertTrue(environment.ledger().awaitAtLeast(Ledger.Kind.REGISTRATION, limits, PATIENCE));
        time.awaitSleepers(1, PATIENCE);
        time.advance(duration);
    }

    private void serveHonestClient() throws Exception {
        RawPeer honest = client().send(post(envelope("honest")));
        answerOne("fine");
        assertEquals(200, honest.read().status());
        honest.close();
    }

    private void answerOne(String text) {
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        channel.reply(reply(request, text), request);
        channel.close();
    }

    @Test
    void silentConnectionsEndAfterTheLimitOfAHead() throws Exception {
        List<RawPeer> silent = List.of(client(), client(), client());
        assertTrue(environment.ledger().awaitAtLeast(Ledger.Kind.REGISTRATION, 3, PATIENCE));
        serveHonestClient();
        pass(Duration.ofSeconds(15), 3);
        for (RawPeer each : silent) {
            each.awaitEnd();
        }
        serveHonestClient();
    }

    @Test
    void headsThatTrickleEndAfterTheirLimit() throws Exception {
        RawPeer slow = client();
        assertTrue(environment.ledger().awaitAtLeast(Ledger.Kind.REGISTRATION, 1, PATIENCE));
        slow.send("POST /shop");
        time.advance(Duration.ofSeconds(10));
        slow.send(" HTTP/1.1\r\n");
        pass(Duration.ofSeconds(6), 1);
        slow.awaitEnd();
        serveHonestClient();
    }

    @Test
    void bodiesThatTrickleEndAfterTheirLimit() throws Exception {
        RawPeer slow =
                client().send(head("Expect: 100-continue") + "Content-Length: 60000\r\n\r\n");
        assertEquals("HTTP/1.1 100 Continue", slow.read().startLine());
        slow.send("x");
        serveHonestClient();
        pass(Duration.ofSeconds(31), 1);
        slow.awaitEnd();
    }

    @Test
    void theLimitOfABodyCanBeGiven() throws Exception {
        Listener hasty =
                listen(ListenerOptions.builder().progressTimeout(Duration.ofSeconds(5)).build());
        RawPeer slow = closing(RawPeer.connect(port(hasty)));
        slow.send(head("Expect: 100-continue") + "Content-Length: 60000\r\n\r\n");
        assertEquals("HTTP/1.1 100 Continue", slow.read().startLine());
        slow.send("x");
        pass(Duration.ofSeconds(6), 1);
        slow.awaitEnd();
    }

    @Test
    void idleConnectionsEndAfterTheirLimit() throws Exception {
        RawPeer idle = client().send(post(envelope("once")));
        answerOne("reply");
        idle.read();
        pass(Duration.ofSeconds(60), 1);
        idle.send(post(envelope("again")));
        answerOne("reply");
        idle.read();
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(121), 1);
            if (environment
                    .ledger()
                    .awaitAtMost(Ledger.Kind.CONNECTION, 1, Duration.ofMillis(500))) {
                break;
            }
        }
        idle.awaitEnd();
    }

    @Test
    void readersThatDoNotReadEndAfterTheLimitOfAnAnswer() throws Exception {
        client().send(post(envelope("large")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        var send =
                async(
                        () -> {
                            channel.reply(reply(request, "x".repeat(LARGE)), request);
                            return true;
                        });
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!send.isDone()) {
            assertTrue(System.nanoTime() < end);
            if (!time.advanceToNext()) {
                Thread.onSpinWait(); // the answer is still on its way into the connection
            }
        }
        assertFails(ErrorCode.ENDPOINT_DISCONNECTED, send);
        channel.close();
    }
}
