package dev.belay.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class HttpTextTest {
    @Test
    void actionsAreQuotedAndUnquoted() {
        assertEquals("\"urn:a\"", HttpAction.quoted("urn:a"));
        assertEquals("\"\"", HttpAction.quoted(null));
        assertEquals("urn:a", HttpAction.parse(" \"urn:a\" "));
        assertEquals("urn:a", HttpAction.parse("urn:a"));
        assertEquals("", HttpAction.parse("\"\""));
        assertEquals("\"", HttpAction.parse("\""));
        assertNull(HttpAction.parse(null));
    }

    @Test
    void actionsCannotEndAHeader() {
        assertEquals("urn:a%0D%0AX:%20y", HttpAction.escape("urn:a\r\nX: y"));
        assertEquals("%22%5C%C3%A4", HttpAction.escape("\"\\\u00e4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "\u0000", "\u00e4", "\u010d\u010a", "\u007f"})
    void headsHoldNoControls(String value) {
        HeadWriter head = new HeadWriter().start("HTTP/1.1 200 OK");
        assertThrows(IllegalArgumentException.class, () -> head.header("X", value));
    }

    @Test
    void writesHeads() {
        byte[] fixed = new HeadWriter().header("Host", "a").part();
        byte[] head =
                new HeadWriter()
                        .start("POST / HTTP/1.1")
                        .encoded(fixed)
                        .header("Content-Length", 5)
                        .end();
        assertEquals(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
                new String(head, ISO_8859_1));
    }

    @Test
    void statusBecomesError() {
        assertEquals(ErrorCode.ENDPOINT_NOT_FOUND, HttpStatus.toError(404, List.of()));
        assertEquals(ErrorCode.ENDPOINT_ACCESS_DENIED, HttpStatus.toError(403, List.of()));
        assertEquals(ErrorCode.ENDPOINT_ACCESS_DENIED, HttpStatus.toError(401, List.of()));
        assertEquals(ErrorCode.PROXY_ACCESS_DENIED, HttpStatus.toError(407, List.of("Unknown")));
        assertEquals(ErrorCode.ENDPOINT_TOO_BUSY, HttpStatus.toError(503, List.of()));
        assertEquals(ErrorCode.ENDPOINT_NOT_AVAILABLE, HttpStatus.toError(410, List.of()));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, HttpStatus.toError(413, List.of()));
        assertEquals(ErrorCode.INVALID_FORMAT, HttpStatus.toError(415, List.of()));
        for (int other : new int[] {201, 302, 402, 418, 500, 502, 504, 599, 999}) {
            assertEquals(ErrorCode.ENDPOINT_FAILURE, HttpStatus.toError(other, List.of()));
        }
    }

    @Test
    void challengesNameTheScheme() {
        assertEquals(
                ErrorCode.SERVER_REQUIRES_BASIC_AUTH,
                HttpStatus.toError(401, List.of("Basic realm=\"Digest, NTLM \"")));
        assertEquals(
                ErrorCode.SERVER_REQUIRES_DIGEST_AUTH,
                HttpStatus.toError(401, List.of("Basic realm=\"a\", Digest realm=\"b\"")));
        assertEquals(
                ErrorCode.SERVER_REQUIRES_NEGOTIATE_AUTH,
                HttpStatus.toError(401, List.of("NTLM", "Negotiate")));
        assertEquals(
                ErrorCode.PROXY_REQUIRES_NTLM_AUTH,
                HttpStatus.toError(407, List.of("foo", "NTLM")));
    }
}
