package dev.belay.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

class HttpBodyTest {
    private static String read(String octets, long length, int max, int piece) throws IOException {
        HttpInput input = new HttpInput(HttpLimits.DEFAULT);
        Octets body = HttpBody.of(input, new Cut(octets, piece), length).read(max);
        return new String(body.toByteArray(), ISO_8859_1);
    }

    private static ErrorCode refusal(String octets, long length, int max) {
        HttpRefusal refusal =
                assertThrows(HttpRefusal.class, () -> read(octets, length, max, 4096), octets);
        assertEquals(
                refusal.code(),
                assertThrows(HttpRefusal.class, () -> read(octets, length, max, 1)).code());
        return refusal.code();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 4096})
    void readsEveryFraming(int piece) throws IOException {
        assertEquals("hello", read("hellonext", 5, 100, piece));
        assertEquals("", read("next", 0, 100, piece));
        assertEquals("hello", read("hello", BodyFraming.UNSAID, 100, piece));
        assertEquals(
                "hello",
                read("2\r\nhe\r\n3;ext=\"1\"\r\nllo\r\n0\r\nX: y\r\n\r\nnext", -1, 100, piece));
        assertEquals("hello", read("0005\r\nhello\r\n0\r\n\r\n", -1, 5, piece));
    }

    @Test
    void growsWithWhatArrives() throws IOException {
        String large = "x".repeat(60_000);
        assertEquals(large, read(large, 60_000, 65_536, 1000));
        assertEquals(large, read("EA60\r\n" + large + "\r\n0\r\n\r\n", -1, 65_536, 1000));
        assertEquals(large, read(large, BodyFraming.UNSAID, 65_536, 1000));
    }

    @Test
    void limitsSize() throws IOException {
        assertEquals(ErrorCode.QUOTA_EXCEEDED, refusal("", 101, 100));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, refusal("x".repeat(101), BodyFraming.UNSAID, 100));
        assertEquals(
                ErrorCode.QUOTA_EXCEEDED,
                refusal("65\r\n" + "x".repeat(101) + "\r\n0\r\n\r\n", -1, 100));
        assertEquals("x".repeat(100), read("x".repeat(100), BodyFraming.UNSAID, 100, 7));
    }

    @Test
    void truncationIsNeverAShortMessage() {
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, refusal("hell", 5, 100));
        String whole = "5\r\nhello\r\n0\r\n\r\n";
        for (int end = 0; end < whole.length(); end++) {
            String cut = whole.substring(0, end);
            HttpRefusal refusal =
                    assertThrows(HttpRefusal.class, () -> read(cut, -1, 100, 4096), cut);
            assertEquals(400, refusal.status());
        }
        assertEquals(
                ErrorCode.ENDPOINT_DISCONNECTED, refusal("5\r\nhello\r\n0\r\nX: y\r\n", -1, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFFFFFFFFFFFFFFF\r\nhello",
                "-1\r\nhello",
                "+5\r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "\r\nhello",
                ";ext\r\nhello",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "5\r\nhelloworld\r\n0\r\n\r\n",
                "4\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello0\r\n\r\n",
                "5;\u0000\r\nhello\r\n0\r\n\r\n",
                "zz\r\n",
                "5\r\nhello\r\n0\r\nbad trailer\r\n\r\n",
            })
    void refusesChunks(String octets) {
        assertEquals(ErrorCode.INVALID_FORMAT, refusal(octets, -1, 100));
    }

    @Test
    void limitsWhatSurroundsChunks() throws IOException {
        int million = 1_000_000;
        assertEquals(ErrorCode.QUOTA_EXCEEDED, refusal("0".repeat(million) + "5\r\n", -1, 100));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, refusal("5;" + "x".repeat(million), -1, 100));
        assertEquals(
                ErrorCode.QUOTA_EXCEEDED, refusal("0\r\n" + "X: y\r\n".repeat(million), -1, 100));
        String extended = ("1;" + "x".repeat(1000) + "\r\nx\r\n").repeat(100);
        assertEquals(ErrorCode.QUOTA_EXCEEDED, refusal(extended, -1, 100));
        String small = "1\r\nx\r\n".repeat(60_000) + "0\r\n\r\n";
        assertEquals("x".repeat(60_000), read(small, -1, 65_536, 4096));
    }

    @Test
    void skipsUpToALimit() throws IOException {
        HttpInput input = new HttpInput(HttpLimits.DEFAULT);
        assertTrue(HttpBody.of(input, new Cut("hello", 2), 5).skip(5));
        assertFalse(HttpBody.of(input, new Cut("hello!", 2), 6).skip(5));
        assertThrows(HttpRefusal.class, () -> HttpBody.of(input, new Cut("hell", 2), 5).skip(5));
    }

    @Test
    void nextMessageStaysInTheBuffer() throws IOException {
        HttpInput input = new HttpInput(HttpLimits.DEFAULT);
        Cut octets = new Cut("helloPOST / HTTP/1.0\r\n\r\n", 4096);
        HttpBody.of(input, octets, 5).read(100);
        RequestHead head = RequestHead.read(RequestHead.parser(), input, octets);
        assertEquals("/", head == null ? null : head.target());
    }
}
