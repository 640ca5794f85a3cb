package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Ledger;
import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.soap.Message;

import org.junit.jupiter.api.Test;

import java.util.Objects;

/** A port has so many connections and no more; an idle one makes room. */
class ConnectionLimitTest extends HttpTest {
    private Listener listener(int connections) {
        return listen(ListenerOptions.builder().maxConnections(connections).build());
    }

    private RawPeer client(Listener listener, String text) throws Exception {
        return closing(RawPeer.connect(port(listener))).send(post(envelope(text)));
    }

    private void answer(Channel channel, String text) {
        Message request = Objects.requireNonNull(channel.receive());
        channel.reply(reply(request, text), request);
        channel.close();
    }

    @Test
    void theOneThatIsIdleLongestMakesRoom() throws Exception {
        Listener listener = listener(2);
        RawPeer idle = client(listener, "first");
        answer(listener.accept(), "1");
        assertEquals(200, idle.read().status());
        RawPeer busy = client(listener, "second");
        Channel running = listener.accept();
        RawPeer third = client(listener, "third");
        answer(listener.accept(), "3");
        assertEquals(200, third.read().status());
        idle.awaitEnd();
        answer(running, "2");
        assertEquals(200, busy.read().status());
    }

    @Test
    void acceptingPausesUntilAnExchangeIsOver() throws Exception {
        Listener listener = listener(1);
        RawPeer busy = client(listener, "first");
        Channel running = listener.accept();
        RawPeer second = client(listener, "second");
        // The listening socket, the busy connection, and the one that waits.
        assertTrue(environment.ledger().awaitAtLeast(Ledger.Kind.CONNECTION, 3, PATIENCE));
        assertEquals(0, listener.unaccepted());
        answer(running, "1");
        assertEquals(200, busy.read().status());
        busy.awaitEnd();
        answer(listener.accept(), "2");
        assertEquals(200, second.read().status());
    }

    @Test
    void aClosingPortForgetsWhoWaits() throws Exception {
        Listener listener = listener(1);
        RawPeer busy = client(listener, "first");
        Channel running = listener.accept();
        RawPeer second = client(listener, "second");
        assertTrue(environment.ledger().awaitAtLeast(Ledger.Kind.CONNECTION, 3, PATIENCE));
        listener.close();
        assertEquals(0, second.readStatusOr(0), "a reset");
        answer(running, "1");
        assertEquals(200, busy.read().status());
    }
}
