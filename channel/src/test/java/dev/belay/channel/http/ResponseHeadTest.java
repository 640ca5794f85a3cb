package dev.belay.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

class ResponseHeadTest {
    private static ResponseHead read(String octets, int piece) throws IOException {
        HttpInput input = new HttpInput(HttpLimits.DEFAULT);
        return ResponseHead.read(ResponseHead.parser(), input, new Cut(octets, piece));
    }

    private static ErrorCode refusal(String octets) {
        return assertThrows(HttpRefusal.class, () -> read(octets, 3)).code();
    }

    @Test
    void skipsInterimResponses() throws IOException {
        ResponseHead head =
                read(
                        "HTTP/1.1 100 Continue\r\n\r\n"
                                + "HTTP/1.1 103 Early Hints\r\n"
                                + "Link: x\r\n\r\n"
                                + "HTTP/1.1 200 OK\r\n"
                                + "Content-Length: 5\r\n"
                                + "Content-Type: text/xml\r\n\r\n"
                                + "hello",
                        3);
        assertEquals(new ResponseHead(200, "OK", 5, true, "text/xml", null, List.of()), head);
    }

    @Test
    void interimResponsesEnd() {
        assertEquals(
                ErrorCode.QUOTA_EXCEEDED, refusal("HTTP/1.1 100 Continue\r\n\r\n".repeat(100_000)));
    }

    @Test
    void lengthUnsaidLastsUntilClose() throws IOException {
        ResponseHead head = read("HTTP/1.0 200 OK\r\n\r\n", 3);
        assertEquals(BodyFraming.UNSAID, head.bodyLength());
        assertFalse(head.keepsAlive());
        assertTrue(read("HTTP/1.1 204 \r\n\r\n", 3).keepsAlive());
        assertEquals(0, read("HTTP/1.1 204\r\n\r\n", 3).bodyLength());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\n X: y\r\n\r\n",
                "HTTP/1.1 200 OK\nX: y\r\n\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1  200 OK\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
            })
    void refusesMalformedHeads(String octets) {
        assertEquals(ErrorCode.INVALID_FORMAT, refusal(octets));
    }

    @Test
    void limitsHeads() {
        assertEquals(ErrorCode.QUOTA_EXCEEDED, refusal("HTTP/1.1 200 " + "a".repeat(1_000_000)));
        assertEquals(
                ErrorCode.QUOTA_EXCEEDED,
                refusal("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(10_000)));
    }

    @Test
    void endBeforeOrInsideIsDisconnection() {
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, refusal(""));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, refusal("HTTP/1.1 200 OK\r\nX: y\r\n"));
    }

    @Test
    void keepsChallenges() throws IOException {
        ResponseHead head =
                read(
                        "HTTP/1.1 401 No\r\n"
                                + "WWW-Authenticate: NTLM\r\n"
                                + "WWW-Authenticate: Basic\r\n\r\n",
                        9);
        assertEquals(List.of("NTLM", "Basic"), head.challenges());
    }
}
