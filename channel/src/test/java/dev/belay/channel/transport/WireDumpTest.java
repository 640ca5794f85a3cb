package dev.belay.channel.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** Octets as people like to read them. */
final class WireDumpTest {
    private static final SocketAddress HERE = InetSocketAddress.createUnresolved("here", 1);
    private static final SocketAddress THERE = InetSocketAddress.createUnresolved("there", 2);

    private final List<String> lines = new ArrayList<>();

    @Test
    void sixteenOctetsAreALine() {
        WireListener dump = new WireDump(lines::add);
        dump.sent(
                7, ByteBuffer.wrap("POST /shop HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                List.of(
                        "7 -> 50 4f 53 54 20 2f 73 68 6f 70 20 48 54 54 50 2f  POST /shop HTTP/",
                        "7 -> 31 2e 31 0d 0a                                   1.1.."),
                lines);
    }

    @Test
    void onlyWhatIsInTheBufferIsShown() {
        WireListener dump = new WireDump(lines::add);
        ByteBuffer octets = ByteBuffer.wrap(new byte[] {1, (byte) 0xff, 'x', 2}).slice(1, 2);
        dump.received(8, octets);
        assertEquals(List.of("8 <- ff 78" + " ".repeat(43) + " .x"), lines);
        assertEquals(2, octets.remaining());
        dump.received(8, ByteBuffer.allocate(0));
        assertEquals(1, lines.size());
    }

    @Test
    void beginAndEndAreShown() {
        WireListener dump = new WireDump(lines::add);
        dump.opened(9, HERE, THERE);
        dump.closed(9, true);
        dump.closed(10, false);
        assertEquals(List.of("9 open " + HERE + " to " + THERE, "9 reset", "10 closed"), lines);
    }

    @Test
    void aLoggerGetsItAtLevelDebug() {
        WireListener dump = WireListener.to(new Lines());
        dump.sent(1, ByteBuffer.wrap(new byte[] {'a'}));
        assertEquals(List.of("DEBUG 1 -> 61" + " ".repeat(46) + " a"), lines);
    }

    /** A logger that keeps its lines. */
    private final class Lines implements System.Logger {
        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String text,
                @Nullable Throwable thrown) {
            lines.add(level + " " + text);
        }

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                @Nullable String format,
                @Nullable Object... parameters) {
            lines.add(level + " " + format);
        }
    }
}
