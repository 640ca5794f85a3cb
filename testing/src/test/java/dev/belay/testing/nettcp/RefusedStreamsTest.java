package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.error.BelayException;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sends every stream that a receiver must refuse to a listener, which answers as it should and
 * serves the next.
 */
@OverTransport("net.tcp")
class RefusedStreamsTest extends NetTcpBed {
    private static final String VIA = "net.tcp://localhost:7533";
    private static final String NO_SUCH_PATH = "via-unknown-endpoint";

    /** What belongs to listeners that serve streamed messages or want upgrades. */
    private static final Set<String> NOT_OFFERED =
            Set.of(
                    "session-encoding-in-singleton-mode",
                    "upgrade-required-but-missing",
                    "sized-in-singleton",
                    "chunk-size-too-big",
                    "missing-end-after-chunks");

    static Stream<FramingVectors.Refused> preambles() {
        return offered().filter(vector -> !hasPreamble(vector));
    }

    static Stream<FramingVectors.Refused> sessions() {
        return offered()
                .filter(RefusedStreamsTest::hasPreamble)
                .filter(vector -> !vector.name().equals("data-after-end"));
    }

    private static Stream<FramingVectors.Refused> offered() {
        return FramingVectors.refusedByReceivers().stream()
                .filter(vector -> !NOT_OFFERED.contains(vector.name()));
    }

    private static boolean hasPreamble(FramingVectors.Refused vector) {
        return vector.hex().startsWith(RawPeer.preamble(VIA));
    }

    @ParameterizedTest
    @MethodSource("preambles")
    void aWrongPreambleIsRefused(FramingVectors.Refused vector) throws IOException {
        Listener listener = listen(vector.name().equals(NO_SUCH_PATH) ? "/known" : "");
        for (int piece : List.of(vector.hex().length(), 1)) {
            try (RawPeer peer = RawPeer.connect(port(listener))) {
                send(peer, vector, piece);
                expectRefusal(peer, vector, "");
            }
        }
        if (!vector.name().equals(NO_SUCH_PATH)) {
            stillServes(listener);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    @Cell("CH-FAULT-FRAMING")
    void aSessionThatBreaksTheRulesIsFaulted(FramingVectors.Refused vector) throws IOException {
        Listener listener = listen("");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(vector.hex());
            if (vector.name().startsWith("eof")) {
                peer.shutdownOutput();
            }
            Channel session = accept(listener);
            int whole = vector.name().equals("eof-without-end") ? 1 : 0;
            for (int i = 0; i < whole; i++) {
                assertThrows(BelayException.class, session::receive, "the envelope is no message");
            }
            assertThrows(BelayException.class, session::receive);
            assertEquals(ChannelState.FAULTED, session.state());
            if (vector.fault() != null) {
                expectRefusal(peer, vector, "0b");
            }
        }
        stillServes(listener);
    }

    @Test
    void whatFollowsTheEndMustBeAPreamble() throws IOException {
        Listener listener = listen("");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(RawPeer.preamble(VIA) + "07" + "06");
            Channel session = accept(listener);
            assertNull(session.receive());
            session.close();
            peer.expect("0b07").expectEnd();
        }
        stillServes(listener);
    }

    private static void send(RawPeer peer, FramingVectors.Refused vector, int piece)
            throws IOException {
        try {
            peer.sendInPieces(HexFormat.of().parseHex(vector.hex()), piece);
            if (vector.name().startsWith("eof")) {
                peer.shutdownOutput();
            }
        } catch (SocketException closed) {
            assertNull(vector.fault(), "a fault must stay readable");
        }
    }

    private static void expectRefusal(RawPeer peer, FramingVectors.Refused vector, String before)
            throws IOException {
        String fault = vector.fault();
        if (fault == null) {
            try {
                peer.expectEnd();
            } catch (IOException reset) {
                assertEquals("Connection reset", reset.getMessage());
            }
            return;
        }
        byte[] text = fault.getBytes(StandardCharsets.UTF_8);
        String record =
                "08"
                        + HexFormat.of().toHexDigits((byte) text.length)
                        + HexFormat.of().formatHex(text);
        assertEquals(before + record, HexFormat.of().formatHex(peer.readToEnd()));
    }

    private void stillServes(Listener listener) {
        Channel client = client(listener);
        Channel server = accept(listener);
        client.send(Echo.oneWay(binding.version(), "hello"));
        Channel next = server;
        assertEquals("hello", NetTcpContract.received(next));
    }
}
