package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Encoding;
import dev.belay.channel.spi.DriverFactory;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.FaultException;
import dev.belay.soap.Message;
import dev.belay.soap.MessageVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.CompletableFuture;

/** A request channel and what a server may answer it. */
class RequestChannelTest extends HttpTest {
    private final RawServer server;
    private final Channel channel;

    RequestChannelTest() throws Exception {
        server = closing(new RawServer());
        channel = channel(server.url(), ChannelOptions.DEFAULT);
    }

    private CompletableFuture<Message> call(String text) {
        return async(() -> channel.request(request(text)));
    }

    private RawPeer accept() throws Exception {
        return closing(server.accept());
    }

    @Test
    void requestIsOnePostThatNamesUs() throws Exception {
        var call = call("hello");
        RawPeer peer = accept();
        RawPeer.Received request = peer.read();
        assertEquals("POST /shop HTTP/1.1", request.startLine());
        assertEquals("127.0.0.1:" + server.port(), request.header("Host"));
        assertTrue(request.header("User-Agent").startsWith("Belay/"));
        assertEquals(TYPE, request.header("Content-Type"));
        assertEquals("\"urn:test/say\"", request.header("SOAPAction"));
        assertTrue(request.body().contains(">hello<"), request.body());
        peer.send(response(200, TYPE, envelope("reply")));
        assertEquals("reply", text(get(call)));
    }

    @Test
    void soap12NamesTheActionInTheType() throws Exception {
        MessageVersion version =
                new MessageVersion(EnvelopeVersion.SOAP_1_2, AddressingVersion.TRANSPORT);
        RawPeer.Received request = requestOf(binding.withVersion(version));
        assertEquals(
                "application/soap+xml; charset=utf-8; action=\"urn:test/say\"",
                request.header("Content-Type"));
        assertEquals("", request.header("SOAPAction"));
    }

    @Test
    void binaryHasItsType() throws Exception {
        MessageVersion version =
                new MessageVersion(EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0);
        RawPeer.Received request =
                requestOf(binding.withVersion(version).withEncoding(Encoding.BINARY));
        assertTrue(request.header("Content-Type").startsWith("application/soap+msbin1"));
    }

    private RawPeer.Received requestOf(Binding other) throws Exception {
        Channel mine =
                closing(Channel.create(other, ChannelOptions.DEFAULT, environment))
                        .open(EndpointAddress.of(server.url()));
        var call =
                async(
                        () ->
                                mine.request(
                                        Message.request(
                                                other.version(), "urn:test/say", body("x"))));
        RawPeer peer = accept();
        RawPeer.Received request = peer.read();
        peer.send("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        assertNull(get(call));
        return request;
    }

    @Test
    void connectionIsKeptForTheNextRequest() throws Exception {
        var first = call("one");
        RawPeer peer = accept();
        peer.read();
        peer.send(response(200, TYPE, envelope("1")));
        assertEquals("1", text(get(first)));
        var second = call("two");
        assertTrue(peer.read().body().contains("two"));
        peer.send(
                "HTTP/1.1 200 OK\r\nContent-Type: "
                        + TYPE
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        String envelope = envelope("2");
        peer.send("5\r\n" + envelope.substring(0, 5) + "\r\n");
        String rest = envelope.substring(5);
        peer.send(Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\n\r\n");
        assertEquals("2", text(get(second)));
        var third = call("three");
        assertTrue(peer.read().body().contains("three"));
        peer.send(response(200, TYPE, envelope("3")));
        assertEquals("3", text(get(third)));
    }

    @Test
    void connectionThatTheServerClosedIsNotUsedAgain() throws Exception {
        var first = call("one");
        RawPeer peer = server.accept();
        peer.read();
        peer.send(response(200, TYPE, envelope("1")));
        get(first);
        peer.close();
        var second = call("two");
        RawPeer next = accept();
        assertTrue(next.read().body().contains("two"));
        next.send(response(200, TYPE, envelope("2")));
        assertEquals("2", text(get(second)));
    }

    @Test
    void strayOctetsSpoilAConnection() throws Exception {
        var first = call("one");
        RawPeer peer = accept();
        peer.read();
        peer.send(response(200, TYPE, envelope("1")) + response(200, TYPE, envelope("smuggled")));
        get(first);
        var second = call("two");
        RawPeer next = accept();
        next.read();
        next.send(response(200, TYPE, envelope("2")));
        assertEquals("2", text(get(second)));
    }

    @Test
    void requestThatMayHaveArrivedIsNeverSentAgain() throws Exception {
        var first = call("one");
        RawPeer peer = accept();
        peer.read();
        peer.send(response(200, TYPE, envelope("1")));
        get(first);
        var second = call("two");
        assertTrue(peer.read().body().contains("two"));
        peer.close();
        assertFails(ErrorCode.ENDPOINT_DISCONNECTED, second);
        assertEquals(ChannelState.OPEN, channel.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"202 Accepted", "200 OK", "204 No Content"})
    void emptySuccessAcceptsAOneWayMessage(String status) throws Exception {
        for (String type : new String[] {"", "Content-Type: text/html\r\n"}) {
            var call = call("one-way");
            RawPeer peer = accept();
            peer.read();
            peer.send("HTTP/1.1 " + status + "\r\n" + type + "Connection: close\r\n");
            peer.send("Content-Length: 0\r\n\r\n");
            assertNull(get(call));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 400, 200})
    void faultsAreMessages(int status) throws Exception {
        var call = call("hello");
        RawPeer peer = accept();
        peer.read();
        peer.send(response(status, TYPE, fault("broken")));
        FaultException fault =
                assertInstanceOf(
                        FaultException.class, assertFails(ErrorCode.ENDPOINT_FAULT_RECEIVED, call));
        assertEquals("broken", fault.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_FORMAT",
        "401,ENDPOINT_ACCESS_DENIED",
        "403,ENDPOINT_ACCESS_DENIED",
        "404,ENDPOINT_NOT_FOUND",
        "405,NOT_SUPPORTED",
        "407,PROXY_ACCESS_DENIED",
        "410,ENDPOINT_NOT_AVAILABLE",
        "413,QUOTA_EXCEEDED",
        "415,INVALID_FORMAT",
        "500,ENDPOINT_FAILURE",
        "502,ENDPOINT_FAILURE",
        "503,ENDPOINT_TOO_BUSY",
        "504,ENDPOINT_FAILURE",
        "302,ENDPOINT_FAILURE",
        "200,INVALID_FORMAT",
    })
    void pagesOfOtherTypesAreErrors(int status, ErrorCode code) throws Exception {
        String page = "<html>" + "long ".repeat(1000) + "</html>";
        var call = call("hello");
        RawPeer peer = accept();
        peer.read();
        peer.send(response(status, "text/html", page));
        BelayException failure = assertFails(code, call);
        String text = failure.getMessage();
        assertTrue(text.contains(Integer.toString(status)) && text.contains("<html>long"), text);
        assertTrue(text.length() < 1300, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 900\r\n\r\n<s:Envel",
                "HTTP/1.1 200 OK\r\n"
                        + "Content-Type: text/xml\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "5\r\n"
                        + "<s:En",
                "HTTP/1.1 200 OK\r\n"
                        + "Content-Type: text/xml\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "2\r\n"
                        + "<s\r\n",
                "HTTP/1.1 200 OK\r\nContent-",
                "",
            })
    void truncationIsNeverAShortMessage(String octets) throws Exception {
        var call = call("hello");
        RawPeer peer = accept();
        peer.read();
        peer.send(octets);
        peer.finish();
        assertFails(ErrorCode.ENDPOINT_DISCONNECTED, call);
    }

    @Test
    void chunkedReplyWithoutItsLastChunkIsRefused() throws Exception {
        String envelope = envelope("whole");
        var call = call("hello");
        RawPeer peer = accept();
        peer.read();
        peer.send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n");
        peer.send(Integer.toHexString(envelope.length()) + "\r\n" + envelope + "\r\n");
        peer.finish();
        assertFails(ErrorCode.ENDPOINT_DISCONNECTED, call);
    }

    @Test
    void repliesAreLimited() throws Exception {
        var sized = call("sized");
        RawPeer peer = accept();
        peer.read();
        peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 65537\r\n\r\n");
        assertFails(ErrorCode.QUOTA_EXCEEDED, sized);
        var chunked = call("chunked");
        RawPeer next = accept();
        next.read();
        next.send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n");
        next.send("10001\r\n" + "x".repeat(65_537));
        assertFails(ErrorCode.QUOTA_EXCEEDED, chunked);
    }

    @Test
    void requestsAreLimited() throws Exception {
        assertFails(ErrorCode.QUOTA_EXCEEDED, call("x".repeat(70_000)));
        var call = call("fits");
        RawPeer peer = accept();
        peer.read();
        peer.send(response(200, TYPE, envelope("reply")));
        assertEquals("reply", text(get(call)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 5\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 5\r\n"
                        + "Content-Length: 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Encoding: gzip\r\n"
                        + "Content-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 500 No\r\n"
                        + "Content-Type: text/xml\r\n"
                        + "Content-Length: 175\r\n\r\n"
                        + "<s:Envelope"
                        + " xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><text"
                        + " xmlns=\"urn:test\">a reply that is not a fault, and so is nothing at"
                        + " all</text></s:Body></s:Envelope>",
                "SSH-2.0-OpenSSH\r\n",
            })
    void nonsenseIsAnError(String octets) throws Exception {
        var call = call("hello");
        RawPeer peer = accept();
        peer.read();
        peer.send(octets);
        peer.finish();
        assertFails(ErrorCode.INVALID_FORMAT, call);
    }

    @Test
    void interimResponsesAreSkipped() throws Exception {
        var call = call("hello");
        RawPeer peer = accept();
        peer.read();
        peer.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n");
        peer.send(response(200, TYPE, envelope("reply")));
        assertEquals("reply", text(get(call)));
    }

    @Test
    void replyUpToTheEndOfTheConnectionIsRead() throws Exception {
        var call = call("hello");
        RawPeer peer = accept();
        peer.read();
        peer.send("HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n" + envelope("reply"));
        peer.finish();
        assertEquals("reply", text(get(call)));
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (RawServer other = new RawServer()) {
            var call = call("hello");
            RawPeer peer = accept();
            peer.read();
            peer.send(
                    "HTTP/1.1 307 T\r\nLocation: " + other.url() + "\r\nContent-Length: 0\r\n\r\n");
            assertFails(ErrorCode.ENDPOINT_FAILURE, call);
        }
    }

    @Test
    void connectionsAreSharedAndLimited() throws Exception {
        ChannelOptions one = ChannelOptions.builder().maxHttpServerConnections(1).build();
        DriverFactory shared = binding.drivers().sharing(environment);
        try (shared) {
            Binding proxy = binding.withDrivers(shared);
            Channel a = closing(Channel.create(proxy, one, environment));
            Channel b = closing(Channel.create(proxy, one, environment));
            a.open(EndpointAddress.of(server.url()));
            b.open(EndpointAddress.of(server.url()));
            var first = async(() -> a.request(request("first")));
            RawPeer peer = accept();
            assertTrue(peer.read().body().contains("first"));
            var second = async(() -> b.request(request("second")));
            assertFalse(second.isDone());
            peer.send(response(200, TYPE, envelope("1")));
            assertEquals("1", text(get(first)));
            assertTrue(peer.read().body().contains("second"));
            peer.send(response(200, TYPE, envelope("2")));
            assertEquals("2", text(get(second)));
        }
    }

    @Test
    void nobodyListensThere() throws Exception {
        server.close();
        assertFails(ErrorCode.ENDPOINT_NOT_FOUND, call("hello"));
    }
}
