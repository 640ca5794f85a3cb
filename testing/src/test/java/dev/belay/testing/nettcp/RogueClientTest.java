package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Ledger;
import dev.belay.cancel.Pending;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.channel.Timeouts;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.BinarySessionEncoder;
import dev.belay.soap.Message;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a listener and its sessions make of clients that misbehave. */
class RogueClientTest extends NetTcpBed {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Listener listenBriefly() {
        return listen("net.tcp://localhost:0/shop", options -> options.connectTimeout(SOON));
    }

    private Listener listenWith(Timeouts timeouts) {
        ChannelOptions channels = ChannelOptions.builder().timeouts(timeouts).build();
        return listen("net.tcp://localhost:0/shop", options -> options.channels(channels));
    }

    private RawPeer connected(Listener listener) throws IOException {
        RawPeer peer = closing(RawPeer.connect(port(listener)));
        return peer.send(RawPeer.preamble(url(listener)));
    }

    @Test
    void aClientThatSaysNothingIsDropped() throws IOException {
        Listener listener = listenBriefly();
        closing(RawPeer.connect(port(listener))).expectReset();
    }

    @Test
    void aPreambleThatDoesNotEndIsDropped() throws IOException {
        Listener listener = listenBriefly();
        String preamble = RawPeer.preamble(url(listener));
        RawPeer peer = closing(RawPeer.connect(port(listener)));
        peer.send(preamble.substring(0, preamble.length() - 2)).expectReset();
    }

    @Test
    void silentClientsKeepNobodyOut() throws IOException {
        Listener listener = listen("/shop");
        for (int i = 0; i < 1100; i++) {
            closing(RawPeer.connect(port(listener)));
        }
        RawPeer peer = connected(listener);
        peer.expect("0b");
        accept(listener);
    }

    @Test
    void sessionsThatNobodyAcceptsAreBounded() throws IOException {
        Listener listener =
                listen("net.tcp://localhost:0/shop", options -> options.maxUnaccepted(1));
        List<RawPeer> peers = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            peers.add(connected(listener));
        }
        int refused = 0;
        for (int i = peers.size() - 1; i >= 0 && refused == 0; i--) {
            refused +=
                    new String(peers.get(i).readToEnd(), StandardCharsets.UTF_8)
                                    .endsWith("ServerTooBusy")
                            ? 1
                            : 0;
        }
        assertEquals(1, refused);
        accept(listener);
    }

    @Test
    void theEndOfTheConnectionWithoutARecordIsADisconnect() throws IOException {
        Listener listener = listen("/shop");
        RawPeer peer = connected(listener);
        Channel server = accept(listener);
        Pending<Failure> told = told(server);
        peer.send(envelope("earlier"));
        peer.shutdownOutput();
        assertEquals("earlier", NetTcpContract.received(server));
        BelayException gone = assertThrows(BelayException.class, server::receive);
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, reason(server, gone));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, await(told).code());
        assertEquals(ChannelState.FAULTED, server.state());
    }

    @Test
    void aResetIsADisconnect() throws IOException {
        Listener listener = listen("/shop");
        RawPeer peer = connected(listener);
        Channel server = accept(listener);
        Pending<Failure> told = told(server);
        peer.expect("0b");
        peer.reset();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, await(told).code());
        assertThrows(BelayException.class, server::receive);
        assertEquals(ChannelState.FAULTED, server.state());
    }

    @Test
    void aClientThatGoesBehindItsEndIsNoticedWhileItsReplyIsDue() throws IOException {
        Listener listener = listen("/shop");
        RawPeer peer = connected(listener);
        Channel server = accept(listener);
        Pending<Failure> told = told(server);
        peer.send(envelope("request"));
        Message request = NetTcpContract.assertNotNullMessage(server.receive());
        peer.send("07");
        assertNull(server.receive());
        peer.shutdownOutput();
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, await(told).code());
        server.reply(Echo.reply(request, "reply"), request);
        server.close();
        assertEquals(CloseOutcome.GRACEFUL, server.closeOutcome());
        peer.expect("0b").readEnvelope();
        peer.expect("07").expectEnd();
    }

    @Test
    void theEndOfASessionAloneTellsNobody() throws IOException {
        Listener listener = listen("/shop");
        RawPeer peer = connected(listener);
        Channel server = accept(listener);
        Pending<Failure> told = told(server);
        peer.send("07");
        assertNull(server.receive());
        assertTrue(!told.isDone());
        server.close();
        peer.expect("0b07");
    }

    @Test
    void aMessageThatStopsComingFaultsItsSession() throws IOException {
        Listener listener = listenWith(Timeouts.DEFAULT.withReceive(SOON));
        RawPeer peer = connected(listener);
        Channel server = accept(listener);
        server.timeouts(Timeouts.DEFAULT.withReceive(SOON));
        Pending<Failure> told = told(server);
        peer.send("06e0d403" + "00".repeat(1000));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, await(told).code());
        peer.expect("0b").expectReset();
    }

    @Test
    void aClientThatDoesNotReadFaultsItsOwnSessionOnly() throws Exception {
        Listener listener = listenWith(Timeouts.DEFAULT.withSend(SOON));
        RawPeer deaf = connected(listener);
        Channel filled = accept(listener);
        Channel client = client(listener);
        Channel other = accept(listener);
        BelayException stuck =
                assertThrows(
                        BelayException.class,
                        () -> {
                            while (true) {
                                filled.send(Echo.oneWay(binding.version(), "x".repeat(60_000)));
                            }
                        });
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, reason(filled, stuck));
        assertEquals(ChannelState.FAULTED, filled.state());
        other.send(Echo.oneWay(binding.version(), "hello"));
        assertEquals("hello", NetTcpContract.received(client));
        deaf.readToEndOrReset();
    }

    @Test
    void anIdleConnectionBetweenSessionsIsClosedAfterAWhile() throws IOException {
        Listener listener =
                listen("net.tcp://localhost:0/shop", options -> options.idleTimeout(SOON));
        RawPeer peer = connected(listener);
        peer.send("07");
        Channel server = accept(listener);
        assertNull(server.receive());
        server.close();
        peer.expect("0b07").expectEnd();
    }

    @Test
    void aSessionMayBeIdle() throws Exception {
        Listener listener = listenBriefly();
        Channel client = client(listener);
        Channel server = accept(listener);
        Deadline past = Deadline.after(SOON.multipliedBy(3), environment.clock(), "pause");
        Pending.of(environment.clock(), "pause").awaitDone(past);
        client.send(Echo.oneWay(binding.version(), "late"));
        assertEquals("late", NetTcpContract.received(server));
    }

    @Test
    void abortingTheListenerResetsWhoeverWasNotAccepted() throws Exception {
        Listener listener = listen("/shop");
        RawPeer peer = connected(listener).expect("0b");
        listener.abort();
        peer.expectReset();
        assertTrue(environment.ledger().awaitAtMost(Ledger.Kind.CONNECTION, 0, PATIENCE));
    }

    private Pending<Failure> told(Channel server) {
        Pending<Failure> told = Pending.of(environment.clock(), "notice of the disconnect");
        server.onDisconnect(told::complete);
        return told;
    }

    private Failure await(Pending<Failure> told) {
        return told.await(Deadline.after(PATIENCE, environment.clock(), "notice"), ErrorCode.OTHER);
    }

    private byte[] envelope(String text) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        new BinarySessionEncoder(binding.version(), 2048, 65536)
                .encode(
                        Echo.request(binding.version(), text),
                        0,
                        frame ->
                                record.writeBytes(
                                        HexFormat.of().parseHex(RawPeer.envelope(frame))));
        return record.toByteArray();
    }
}
