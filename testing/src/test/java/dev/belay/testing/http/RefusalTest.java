package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.channel.ListenerOptions;
import dev.belay.soap.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;

/** What a reply listener refuses, and that it serves the next all the same. */
class RefusalTest extends HttpTest {
    private final Listener listener = listen(ListenerOptions.DEFAULT);

    private RawPeer client() throws Exception {
        return closing(RawPeer.connect(port(listener)));
    }

    private void answerOne() {
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        channel.reply(reply(request, "reply"), request);
        channel.close();
    }

    private void servesOn(RawPeer client) throws Exception {
        client.send(post(envelope("next")));
        answerOne();
        assertEquals(200, client.read().status());
    }

    private void assertRefused(int status, String octets) throws Exception {
        RawPeer client = client().send(octets);
        RawPeer.Received answer = client.read();
        assertEquals(status, answer.status(), octets);
        assertEquals("", answer.body());
        assertEquals("close", answer.header("Connection"));
        client.finish();
        client.awaitEnd();
        servesOn(client());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "405|PUT /shop HTTP/1.1",
                "405|GET /shop HTTP/1.1",
                "405|TRACE /shop HTTP/1.1",
                "405|OPTIONS * HTTP/1.1",
                "405|CONNECT other:80 HTTP/1.1",
                "404|POST /other HTTP/1.1",
                "404|POST /shop/x HTTP/1.1",
                "404|GET /favicon.ico HTTP/1.1",
            })
    void connectionsSurviveWrongTargets(int status, String line) throws Exception {
        RawPeer client = client();
        client.send(line + "\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello");
        RawPeer.Received answer = client.read();
        assertEquals(status, answer.status());
        assertEquals("", answer.body());
        assertEquals(status == 405 ? "POST" : "", answer.header("Allow"));
        servesOn(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/soap+xml; charset=utf-8",
                "application/soap+msbin1",
                "text/xml; charset=nonsense",
                "text/xml; charset=\"utf-8",
                "multipart/related",
                "text",
                "",
            })
    void wrongTypesAre415(String type) throws Exception {
        RawPeer client = client().send(post(envelope("hello")).replace(TYPE, type));
        assertEquals(415, client.read().status(), type);
        servesOn(client);
    }

    @Test
    void missingTypeAndCompressionAre415() throws Exception {
        RawPeer client = client();
        client.send(post(envelope("hello")).replace("Content-Type", "X-Type"));
        assertEquals(415, client.read().status());
        servesOn(client);
        assertRefused(415, post(envelope("hello"), "Content-Encoding: gzip"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEXT/XML",
                "text/xml;charset=\"UTF-8\"",
                "text/xml \t; \tfoo=\"a;b\" ; CHARSET=utf-8",
                "text/xml;\r\n charset=utf-8",
            })
    void typesOfAllSpellingsAreAccepted(String type) throws Exception {
        RawPeer client = client().send(post(envelope("hello")).replace(TYPE, type));
        answerOne();
        assertEquals(200, client.read().status(), type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<!DOCTYPE a><a/>",
                "<a/>",
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">",
            })
    void envelopesThatAreNoneAre400(String body) throws Exception {
        RawPeer client = client().send(post(body));
        assertEquals(400, client.read().status(), body);
        servesOn(client);
    }

    @Test
    void largeBodiesAre413BeforeTheyAreRead() throws Exception {
        assertRefused(413, head("Content-Length: 65537") + "\r\n");
        assertRefused(413, head("Content-Length: 999999999999") + "\r\n");
        assertRefused(
                413, head("Transfer-Encoding: chunked") + "\r\n20000\r\n" + "x".repeat(70_000));
        assertRefused(413, head("Content-Length: 65537", "Expect: 100-continue") + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding:  chunked",
                "Transfer-Encoding : chunked",
                "Content-Length: +5",
                "Content-Length: -1",
                "Content-Length: 5 5",
                "Content-Length: 12345678901234567890",
                "X: a\r\n b",
                "X: \u0000",
                "X: a\nY: b",
                "Host: second",
                "no colon",
            })
    void smuggledRequestsNeverComeOut(String header) throws Exception {
        String hidden = post(envelope("hidden"));
        assertRefused(400, head(header) + "\r\n0\r\n\r\n" + hidden);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "505|PRI * HTTP/2.0",
                "400|GET /",
                "400|POST  /shop HTTP/1.1",
                "400|POST http://other/shop HTTP/1.1",
                "400|SSH-2.0-OpenSSH",
            })
    void otherProtocolsAreRefused(int status, String line) throws Exception {
        assertRefused(status, line + "\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void tlsIsRefusedAtItsFirstOctet() throws Exception {
        assertRefused(400, "\u0016\u0003\u0001");
    }

    @Test
    void largeHeadsAreRefused() throws Exception {
        assertRefused(414, "POST /" + "a".repeat(65_600));
        assertRefused(431, head("X: " + "a".repeat(65_600)));
        assertRefused(431, head("X: a\r\n".repeat(101)));
    }

    @Test
    void otherExpectationsAre417() throws Exception {
        assertRefused(417, post(envelope("hello"), "Expect: miracles"));
    }

    @Test
    void hostIsRequired() throws Exception {
        assertRefused(400, post(envelope("hello")).replace("Host: localhost\r\n", ""));
    }

    @Test
    void browsersAreRefused() throws Exception {
        RawPeer client = client().send(post(envelope("hello"), "User-Agent: Mozilla/5.0"));
        assertEquals(403, client.read().status());
        servesOn(client);
    }

    @Test
    void bodiesThatEndEarlyAreNoRequests() throws Exception {
        RawPeer client = client().send(head("Content-Length: 500") + "\r\n" + envelope("short"));
        client.finish();
        assertEquals(400, client.read().status());
        servesOn(client());
    }

    @Test
    void garbageBehindABodyIsNoRequest() throws Exception {
        RawPeer client = client().send(post(envelope("hello")) + "garbage\r\n\r\n");
        answerOne();
        assertEquals(200, client.read().status());
        assertEquals(400, client.read().status());
        client.finish();
        client.awaitEnd();
    }

    @Test
    void closedListenerLetsExchangesEnd() throws Exception {
        RawPeer idle = client().send(post(envelope("first")));
        answerOne();
        idle.read();
        RawPeer busy = client().send(post(envelope("second")));
        Channel channel = listener.accept();
        Message request = Objects.requireNonNull(channel.receive());
        listener.close();
        assertEquals("FIN", idle.awaitEnd());
        channel.reply(reply(request, "late"), request);
        channel.close();
        RawPeer.Received reply = busy.read();
        assertTrue(reply.body().contains("late"));
        assertEquals("close", reply.header("Connection"));
        assertEquals("FIN", busy.awaitEnd());
    }

    @Test
    void requestsThatNobodyAcceptedAreRefusedOrReset() throws Exception {
        RawPeer client = client().send(post(envelope("hello")));
        Channel first = listener.accept();
        RawPeer waiting = client().send(post(envelope("waits")));
        listener.abort();
        listener.close();
        assertNotEquals(200, waiting.readStatusOr(503));
        Message request = Objects.requireNonNull(first.receive());
        first.reply(reply(request, "reply"), request);
        first.close();
        assertEquals(200, client.read().status());
    }

    @Test
    void listenersShareAPort() throws Exception {
        Listener other =
                closing(Listener.create(binding, ListenerOptions.DEFAULT, environment))
                        .open("http://127.0.0.1:" + port(listener) + "/other");
        assertEquals(port(listener), port(other));
        RawPeer client = client();
        client.send(post(envelope("hello")).replace("/shop", "/other"));
        Channel channel = other.accept();
        Message request = Objects.requireNonNull(channel.receive());
        channel.reply(reply(request, "other"), request);
        channel.close();
        assertTrue(client.read().body().contains("other"));
        servesOn(client);
        listener.close();
        client.send(post(envelope("gone")));
        assertEquals(404, client.read().status());
    }
}
