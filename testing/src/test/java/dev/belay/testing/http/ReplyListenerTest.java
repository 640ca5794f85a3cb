package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.soap.Fault;
import dev.belay.soap.Message;

import org.junit.jupiter.api.Test;

import java.util.Objects;

/** A reply listener and the exchanges that it serves in order. */
class ReplyListenerTest extends HttpTest {
    private final Listener listener = listen(ListenerOptions.DEFAULT);

    private RawPeer client() throws Exception {
        return closing(RawPeer.connect(port(listener)));
    }

    /** Accepts one exchange and answers with the text of the request, in capitals. */
    private void answerOne() {
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        channel.reply(reply(request, text(request).toUpperCase(java.util.Locale.ROOT)), request);
        channel.close();
    }

    @Test
    void answersWithTheReply() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        answerOne();
        RawPeer.Received reply = client.read();
        assertEquals("HTTP/1.1 200 OK", reply.startLine());
        assertEquals(TYPE, reply.header("Content-Type"));
        assertEquals("", reply.header("Connection"));
        assertTrue(reply.body().contains(">HELLO<"), reply.body());
    }

    @Test
    void connectionCarriesOneRequestAfterAnother() throws Exception {
        RawPeer client = client();
        for (String text : new String[] {"one", "two", "three"}) {
            client.send(post(envelope(text)));
            answerOne();
            assertTrue(client.read().body().contains(text.toUpperCase(java.util.Locale.ROOT)));
        }
        assertEquals(1, environment.ledger().count(dev.belay.cancel.Ledger.Kind.CONNECTION) - 1);
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            all.append(post(envelope("n" + i)));
        }
        RawPeer client = client();
        var sent = async(() -> client.send(all.toString()));
        var served =
                async(
                        () -> {
                            for (int i = 0; i < 1000; i++) {
                                answerOne();
                            }
                            return true;
                        });
        for (int i = 0; i < 1000; i++) {
            assertTrue(client.read().body().contains(">N" + i + "<"));
        }
        get(sent);
        get(served);
    }

    @Test
    void chunkedRequestsAreRead() throws Exception {
        String envelope = envelope("hello");
        RawPeer client = client();
        client.send(head("Transfer-Encoding: chunked") + "\r\n");
        client.send("A;x=y\r\n" + envelope.substring(0, 10) + "\r\n");
        String rest = envelope.substring(10);
        client.send(
                Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\nTrailer: x\r\n\r\n");
        answerOne();
        assertTrue(client.read().body().contains("HELLO"));
    }

    @Test
    void http10ConnectionsEndUnlessKept() throws Exception {
        String old = post(envelope("old")).replace("HTTP/1.1", "HTTP/1.0");
        RawPeer client = client().send(old);
        answerOne();
        assertEquals("close", client.read().header("Connection"));
        assertEquals("FIN", client.awaitEnd());
        client.close();
        RawPeer kept = client().send(old.replace("\r\n\r\n", "\r\nConnection: keep-alive\r\n\r\n"));
        answerOne();
        assertEquals("keep-alive", kept.read().header("Connection"));
    }

    @Test
    void closeAskedForIsCloseGiven() throws Exception {
        RawPeer client = client().send(post(envelope("bye"), "Connection: close"));
        answerOne();
        assertEquals("close", client.read().header("Connection"));
        assertEquals("FIN", client.awaitEnd());
    }

    @Test
    void expectedContinueIsAnsweredBeforeTheBody() throws Exception {
        String envelope = envelope("hello");
        RawPeer client = client();
        client.send(
                head("Expect: 100-continue") + "Content-Length: " + envelope.length() + "\r\n\r\n");
        assertEquals("HTTP/1.1 100 Continue", client.read().startLine());
        client.send(envelope);
        answerOne();
        assertEquals(200, client.read().status());
    }

    @Test
    void faultsHaveStatus500() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        channel.reply(request.replyFault(Fault.sender("no"), null), request);
        channel.close();
        RawPeer.Received reply = client.read();
        assertEquals(500, reply.status());
        assertTrue(reply.body().contains("Fault"), reply.body());
    }

    @Test
    void closeWithoutReplyAccepts() throws Exception {
        RawPeer client = client().send(post(envelope("one-way")));
        Channel channel = listener.accept();
        assertNotNull(channel.receive());
        assertNull(channel.receive());
        channel.close();
        RawPeer.Received reply = client.read();
        assertEquals(202, reply.status());
        assertEquals("0", reply.header("Content-Length"));
        client.send(post(envelope("next")));
        answerOne();
        assertEquals(200, client.read().status());
    }

    @Test
    void abortResetsTheConnection() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        Channel channel = listener.accept();
        channel.receive();
        channel.abort();
        assertEquals("RST", client.awaitEnd());
        channel.close();
    }

    @Test
    void transportTellsUrlActionAndPeer() throws Exception {
        client().send(post(envelope("hello")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        assertEquals("urn:test/say", request.headers().action());
        assertEquals("http://localhost/shop", request.headers().to());
        assertEquals("http://localhost/shop", channel.transportUrl());
        assertNotNull(channel.remoteSocketAddress());
        assertTrue(channel.connectionId() > 0);
        channel.close();
    }

    @Test
    void pathsAreComparedWithoutCaseAndTrailingSlash() throws Exception {
        for (String path :
                new String[] {"/SHOP", "/shop/", "/%73hop", "http://localhost/shop?x=y"}) {
            RawPeer client = client().send(post(envelope("hello")).replace("/shop", path));
            answerOne();
            assertEquals(200, client.read().status(), path);
        }
    }
}
