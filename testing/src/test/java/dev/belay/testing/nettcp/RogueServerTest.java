package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.BinarySessionDecoder;
import dev.belay.soap.BinarySessionEncoder;
import dev.belay.soap.Message;
import dev.belay.soap.MessageEncoding;
import dev.belay.xml.XmlQuotas;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;

/** What the client makes of a server that misbehaves, one misdeed at a time. */
class RogueServerTest extends NetTcpBed {
    private RogueServer server(RogueServer.Script script) throws IOException {
        return closing(new RogueServer(script));
    }

    private Channel client(RogueServer server) {
        return client(server.url(), options -> options);
    }

    @ParameterizedTest
    @EnumSource
    void openingFails(OpenMisdeed misdeed) throws Exception {
        RogueServer server =
                server(
                        client -> {
                            client.readPreamble();
                            client.send(misdeed.answer);
                            switch (misdeed.ending) {
                                case FIN -> client.shutdownOutput();
                                case RST -> client.reset();
                                case READ -> client.readToEndOrReset();
                            }
                        });
        BelayException failed = assertThrows(BelayException.class, () -> client(server));
        assertEquals(misdeed.code, failed.code(), failed.getMessage());
        assertTrue(String.valueOf(failed.getMessage()).contains(misdeed.said), failed.getMessage());
        server.awaitEnd();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestEndsAndTheChannelFaults(ReplyMisdeed misdeed) throws Exception {
        RogueServer server =
                server(
                        client -> {
                            client.readPreamble();
                            client.send("0b");
                            client.readEnvelope();
                            client.send(misdeed.answer);
                            switch (misdeed.ending) {
                                case FIN -> {
                                    client.shutdownOutput();
                                    client.readToEndOrReset();
                                }
                                case RST -> client.reset();
                                case EXPECT_RESET -> client.expectReset();
                            }
                        });
        Channel channel = client(server);
        BelayException failed =
                assertThrows(
                        BelayException.class,
                        () -> channel.request(Echo.request(binding.version(), "text")));
        assertEquals(misdeed.code, failed.code(), failed.getMessage());
        assertEquals(misdeed.after, channel.state());
        server.awaitEnd();
    }

    @Test
    void aSessionIsWhatTheSpecificationSays() throws Exception {
        RogueServer server =
                server(
                        client -> {
                            client.readPreamble();
                            client.send("0b").expect("07");
                            client.send("07").expectEnd();
                        });
        Channel channel = client(server);
        channel.close();
        assertEquals(CloseOutcome.GRACEFUL, channel.closeOutcome());
        server.awaitEnd();
    }

    @Test
    void anAbortIsAReset() throws Exception {
        RogueServer server =
                server(
                        client -> {
                            client.readPreamble();
                            client.send("0b").readEnvelope();
                            client.expectReset();
                        });
        Channel channel = client(server);
        channel.send(Echo.oneWay(binding.version(), "text"));
        channel.abort();
        server.awaitEnd();
    }

    @Test
    void noAckEndsWithTheConnectTimeout() throws Exception {
        RogueServer server = server(client -> client.readToEndOrReset());
        BelayException failed =
                assertThrows(
                        BelayException.class,
                        () ->
                                client(
                                        server.url(),
                                        options ->
                                                options.timeouts(
                                                        options.build()
                                                                .timeouts()
                                                                .withConnect(
                                                                        Duration.ofMillis(100)))));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, failed.code());
        server.awaitEnd();
    }

    @Test
    void theEndInPlaceOfAReplyEndsTheRequestOnly() throws Exception {
        RogueServer server =
                server(
                        client -> {
                            client.readPreamble();
                            client.send("0b").readEnvelope();
                            client.send("07").expect("07");
                            client.expectEnd();
                        });
        Channel channel = client(server);
        BelayException failed =
                assertThrows(
                        BelayException.class,
                        () -> channel.request(Echo.request(binding.version(), "text")));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, failed.code());
        channel.close();
        assertEquals(CloseOutcome.GRACEFUL, channel.closeOutcome());
        server.awaitEnd();
    }

    @Test
    void aServerThatEndsWithoutARecordAfterOurEndIsAGracefulClose() throws Exception {
        RogueServer server =
                server(
                        client -> {
                            client.readPreamble();
                            client.send("0b").expect("07");
                        });
        Channel channel = client(server);
        channel.close();
        assertEquals(CloseOutcome.GRACEFUL, channel.closeOutcome());
        server.awaitEnd();
    }

    @Test
    void aServerThatNeverEndsIsResetByTheCloseTimeout() throws Exception {
        RogueServer server =
                server(
                        client -> {
                            client.readPreamble();
                            client.send("0b").expect("07").expectReset();
                        });
        Channel channel =
                client(
                        server.url(),
                        options ->
                                options.timeouts(
                                        options.build()
                                                .timeouts()
                                                .withClose(Duration.ofMillis(100))));
        channel.close();
        CloseOutcome outcome = channel.closeOutcome();
        assertNotNull(outcome);
        assertEquals(CloseOutcome.Kind.TIMED_OUT, outcome.kind());
        server.awaitEnd();
    }

    @Test
    void noReplyTimesOutAndTheSessionGoesOn() throws Exception {
        RogueServer server = server(client -> new Answers(client).ignoreOne().answerOne(0));
        Channel channel = client(server);
        Deadline soon = Deadline.after(Duration.ofMillis(50), environment.clock(), "call");
        BelayException late =
                assertThrows(
                        BelayException.class,
                        () -> channel.request(Echo.request(binding.version(), "first"), soon));
        assertEquals(ErrorCode.OPERATION_TIMED_OUT, late.code());
        assertEquals(ChannelState.OPEN, channel.state());
        assertEquals("second", text(channel.request(Echo.request(binding.version(), "second"))));
        server.awaitEnd();
    }

    @Test
    void aReplyMayComeOctetByOctet() throws Exception {
        RogueServer server = server(client -> new Answers(client).answerOne(1));
        Channel channel = client(server);
        assertEquals("text", text(channel.request(Echo.request(binding.version(), "text"))));
        server.awaitEnd();
    }

    @Test
    void aReplyThatComesTwiceIsAMessageOfItsOwn() throws Exception {
        RogueServer server = server(client -> new Answers(client).answerTwice().answerOne(0));
        Channel channel = client(server);
        assertEquals("text", text(channel.request(Echo.request(binding.version(), "text"))));
        assertEquals("next", text(channel.request(Echo.request(binding.version(), "next"))));
        assertEquals("text", NetTcpContract.received(channel));
        server.awaitEnd();
    }

    private static String text(@org.jspecify.annotations.Nullable Message reply) {
        return Echo.text(NetTcpContract.assertNotNullMessage(reply));
    }

    /** Replies as a server would send them, however they are cut. */
    private final class Answers {
        private final RawPeer client;
        private final BinarySessionDecoder decoder =
                new BinarySessionDecoder(
                        binding.version(),
                        MessageEncoding.DEFAULT_MAX_HEADERS,
                        2048,
                        XmlQuotas.DEFAULT);
        private final BinarySessionEncoder encoder =
                new BinarySessionEncoder(binding.version(), 2048, 65536);

        Answers(RawPeer client) throws IOException {
            this.client = client;
            client.readPreamble();
            client.send("0b");
        }

        private Message request() throws IOException {
            byte[] octets = client.readEnvelope();
            return decoder.decode(octets, 0, octets.length);
        }

        Answers ignoreOne() throws IOException {
            request();
            return this;
        }

        Answers answerOne(int piece) throws IOException {
            Message request = request();
            byte[] record = record(Echo.reply(request, Echo.text(request)));
            client.sendInPieces(record, piece == 0 ? record.length : piece);
            return this;
        }

        Answers answerTwice() throws IOException {
            Message request = request();
            String text = Echo.text(request);
            client.send(record(Echo.reply(request, text)));
            client.send(record(Echo.reply(request, text)));
            return this;
        }

        private byte[] record(Message message) {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            encoder.encode(
                    message,
                    0,
                    frame -> record.writeBytes(HexFormat.of().parseHex(RawPeer.envelope(frame))));
            return record.toByteArray();
        }
    }
}
