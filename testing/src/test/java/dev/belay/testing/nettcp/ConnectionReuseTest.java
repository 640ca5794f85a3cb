package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.belay.cancel.CloseOutcome;
import dev.belay.channel.Channel;
import dev.belay.channel.Listener;
import dev.belay.soap.BinarySessionEncoder;
import dev.belay.soap.Message;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/** One connection carries one session after another, as the clients of .NET make it. */
class ConnectionReuseTest extends NetTcpBed {
    private static final String END = "07";

    @Test
    void theNextSessionBeginsAfresh() throws IOException {
        Listener listener = listen("/shop");
        byte[] envelope = envelope("hello");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            for (int round = 0; round < 3; round++) {
                peer.send(RawPeer.preamble(url(listener))).expect("0b");
                peer.send(envelope);
                Channel server = accept(listener);
                assertEquals("hello", NetTcpContract.received(server));
                peer.send(END);
                assertNull(server.receive());
                server.close();
                assertEquals(CloseOutcome.GRACEFUL, server.closeOutcome());
                peer.expect(END);
            }
        }
    }

    @Test
    void theNextSessionIsRoutedAnew() throws IOException {
        Listener first = listen("/first");
        Listener second =
                listen("net.tcp://localhost:" + port(first) + "/second", options -> options);
        try (RawPeer peer = RawPeer.connect(port(first))) {
            peer.send(RawPeer.preamble(url(first)) + END);
            end(accept(first));
            peer.expect("0b" + END);
            peer.send(RawPeer.preamble(url(second)) + END);
            end(accept(second));
            peer.expect("0b" + END);
        }
    }

    @Test
    void everythingMayComeInOneWrite() throws IOException {
        Listener listener = listen("/shop");
        byte[] envelope = envelope("hello");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        for (int session = 0; session < 2; session++) {
            both.writeBytes(hex(RawPeer.preamble(url(listener))));
            both.writeBytes(envelope);
            both.write(7);
        }
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(both.toByteArray());
            for (int session = 0; session < 2; session++) {
                Channel server = accept(listener);
                assertEquals("hello", NetTcpContract.received(server));
                end(server);
                peer.expect("0b" + END);
            }
        }
    }

    @Test
    void aReplyStillReachesAPeerThatHasEndedItsSide() throws IOException {
        Listener listener = listen("/shop");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(RawPeer.preamble(url(listener)));
            peer.send(envelope("hello"));
            peer.send(END);
            Channel server = accept(listener);
            Message request = NetTcpContract.assertNotNullMessage(server.receive());
            assertNull(server.receive());
            server.reply(Echo.reply(request, Echo.text(request)), request);
            server.close();
            peer.expect("0b");
            peer.readEnvelope();
            peer.expect(END);
        }
    }

    @Test
    void anIdleConnectionEndsWithTheLastListener() throws IOException {
        Listener listener = listen("/shop");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(RawPeer.preamble(url(listener)) + END);
            end(accept(listener));
            peer.expect("0b" + END);
            listener.close();
            peer.expectEnd();
        }
    }

    @Test
    void aConnectionOfVeryShortSessionsStaysCounted() throws Exception {
        Listener listener = listen("/shop");
        Semaphore ended = new Semaphore(0);
        start(
                () -> {
                    while (true) {
                        end(listener.accept());
                        ended.release();
                    }
                });
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            for (int session = 0; session < 100; session++) {
                peer.send(RawPeer.preamble(url(listener)) + END).expect("0b" + END);
            }
            ended.acquire(100);
            listener.close();
            peer.expectEnd();
        }
    }

    @Test
    void aRefusedPreambleEndsTheConnection() throws IOException {
        Listener listener = listen("/shop");
        try (RawPeer peer = RawPeer.connect(port(listener))) {
            peer.send(RawPeer.preamble(url(listener)) + END);
            end(accept(listener));
            peer.expect("0b" + END);
            peer.send(RawPeer.preamble("net.tcp://localhost/unknown"));
            byte[] answer = peer.readToEnd();
            assertArrayEquals(new byte[] {8}, java.util.Arrays.copyOf(answer, 1));
        }
    }

    private static void end(Channel server) {
        assertNull(server.receive());
        server.close();
    }

    /** A sized envelope that is the first of its session. */
    private byte[] envelope(String text) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        new BinarySessionEncoder(binding.version(), 2048, 65536)
                .encode(
                        Echo.request(binding.version(), text),
                        0,
                        frame -> record.writeBytes(hex(RawPeer.envelope(frame))));
        return record.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
