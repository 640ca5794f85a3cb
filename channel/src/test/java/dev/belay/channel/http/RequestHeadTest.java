package dev.belay.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

class RequestHeadTest {
    private static final String POST = "POST /shop HTTP/1.1\r\n";
    private static final String HOST = "Host: localhost:8080\r\n";

    private static @Nullable RequestHead parse(String octets, int piece) throws IOException {
        HttpInput input = new HttpInput(HttpLimits.DEFAULT);
        return RequestHead.read(RequestHead.parser(), input, new Cut(octets, piece));
    }

    private static RequestHead read(String octets) throws IOException {
        RequestHead head = parse(octets, 4096);
        assertNotNull(head);
        return head;
    }

    private static int refusal(String octets) {
        HttpRefusal refusal = assertThrows(HttpRefusal.class, () -> parse(octets, 4096));
        HttpRefusal again = assertThrows(HttpRefusal.class, () -> parse(octets, 1));
        assertEquals(refusal.status(), again.status());
        assertEquals(refusal.getMessage(), again.getMessage());
        return refusal.status();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 4096})
    void readsWhatClientsWrite(int piece) throws IOException {
        RequestHead head =
                parse(
                        POST
                                + HOST
                                + "Cache-Control: no-cache, max-age=0\r\n"
                                + "SOAPAction: \"urn:add\"\r\n"
                                + "Accept-Encoding: gzip, deflate\r\n"
                                + "Content-Type: text/xml; charset=utf-8\r\n"
                                + "Content-Length: 12\r\n\r\n"
                                + "rest",
                        piece);
        assertEquals(
                new RequestHead(
                        "POST",
                        "/shop",
                        "localhost:8080",
                        false,
                        12,
                        true,
                        false,
                        "text/xml; charset=utf-8",
                        "\"urn:add\"",
                        null),
                head);
    }

    @Test
    void endBetweenMessagesIsInOrder() throws IOException {
        assertNull(parse("", 1));
        assertNull(parse("\r\n", 1));
    }

    @Test
    void endInsideHeadIsTruncation() {
        for (String head :
                new String[] {"P", POST, POST + "Hos", POST + HOST, POST + HOST + "\r"}) {
            assertEquals(400, refusal(head));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5\r\nContent-Length: 5\r\n",
                "Content-Length: 5, 5\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding:  chunked\r\n",
                "Transfer-Encoding:\tchunked\r\n",
                "Transfer-Encoding: chunked \r\n",
                "Transfer-Encoding : chunked\r\n",
                " Transfer-Encoding: chunked\r\n",
                "Transfer-Encoding:\r\n chunked\r\n",
                "Transfer-Encoding: \"chunked\"\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 5 5\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: 5.0\r\n",
                "Content-Length:\r\n",
                "Content-Length: 12345678901234567890\r\n",
                "Content-Length: \u00b2\r\n",
                "X: a\r\n b\r\n",
                "X\r\n",
                "X : a\r\n",
                ": a\r\n",
                "X y: a\r\n",
                "X\u00e4: a\r\n",
                "X: a\u0000b\r\n",
                "X: a\rb\r\n",
                "X: a\nContent-Length: 5\r\n",
                "X: a\r\r\n",
                "X: \u007f\r\n",
                "Host: other\r\n",
                "Content-Type: text/xml\r\nContent-Type: text/plain\r\n",
                "SOAPAction: a\r\nSOAPAction: b\r\n",
            })
    void refusesWhatTwoReadersCouldReadDifferently(String headers) {
        assertEquals(400, refusal(POST + HOST + headers + "\r\nabcde"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: a b\r\n",
                "Host:\r\n",
                "Host: a/b\r\n",
                "Host: user@a\r\n",
                "Host: a:80:90\r\n",
                "Host: a:port\r\n",
                "Host: [::1\r\n",
                "Host: [x]\r\n",
                "Host: a, b\r\n Host: c\r\n",
            })
    void refusesHost(String host) {
        assertEquals(400, refusal(POST + host + "Content-Length: 0\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:80", "[::1]", "[::1]:8080", "1.2.3.4:5", "a-b_c"})
    void acceptsHost(String host) throws IOException {
        assertEquals(host, read(POST + "Host: " + host + "\r\n\r\n").host());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /|400",
                "POST  /shop HTTP/1.1|400",
                "POST /shop  HTTP/1.1|400",
                "POST /a b HTTP/1.1|400",
                "P(ST /shop HTTP/1.1|400",
                "POST /shop http/1.1|400",
                "POST /shop HTTP/1.1x|400",
                "POST /shop HTTP/11|400",
                "POST HTTP/1.1|400",
                "PRI * HTTP/2.0|505",
                "POST /shop HTTP/0.9|505",
                "POST /sh\u00f6p HTTP/1.1|400",
            })
    void refusesStartLine(String line, int status) {
        assertEquals(status, refusal(line + "\r\n" + HOST + "\r\n"));
    }

    @Test
    void refusesTlsAtItsFirstOctet() {
        Cut hello = new Cut("\u0016\u0003\u0001\u0002" + "x".repeat(100), 1);
        HttpInput input = new HttpInput(HttpLimits.DEFAULT);
        assertThrows(HttpRefusal.class, () -> RequestHead.read(RequestHead.parser(), input, hello));
        assertEquals(103, hello.left());
    }

    @Test
    void limitsHeads() {
        assertEquals(414, refusal("POST /" + "a".repeat(1_000_000)));
        assertEquals(431, refusal(POST + HOST + "X: " + "a".repeat(1_000_000)));
        assertEquals(431, refusal(POST + HOST + "X: a\r\n".repeat(100_000)));
    }

    @Test
    void readsNoMoreThanTheLimitOfAHead() {
        Cut endless = new Cut(POST + "X: " + "a".repeat(1_000_000), 100);
        HttpInput input = new HttpInput(HttpLimits.DEFAULT);
        assertThrows(
                HttpRefusal.class, () -> RequestHead.read(RequestHead.parser(), input, endless));
        assertTrue(endless.left() > 1_000_000 - 65_536 - 4096);
    }

    @Test
    void unfoldsContentTypeOnly() throws IOException {
        RequestHead head = read(POST + HOST + "Content-Type: text/xml;\r\n\tcharset=utf-8\r\n\r\n");
        assertEquals("text/xml; charset=utf-8", head.contentType());
    }

    @Test
    void http10EndsTheConnectionUnlessAsked() throws IOException {
        assertFalse(read("POST / HTTP/1.0\r\n\r\n").keepsAlive());
        assertTrue(read("POST / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").keepsAlive());
        assertFalse(read(POST + HOST + "Connection: foo, Close\r\n\r\n").keepsAlive());
    }

    @Test
    void expectsContinue() throws IOException {
        assertTrue(read(POST + HOST + "Expect: 100-Continue\r\n\r\n").expectsContinue());
        assertFalse(read("POST / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n").expectsContinue());
        assertEquals(417, refusal(POST + HOST + "Expect: 200-ok\r\n\r\n"));
    }

    @Test
    void refusesCompressedBodies() throws IOException {
        assertEquals(415, refusal(POST + HOST + "Content-Encoding: gzip\r\n\r\n"));
        assertEquals(0, read(POST + HOST + "Content-Encoding: identity\r\n\r\n").bodyLength());
    }
}
