package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.CloseOutcome;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a session does over any transport of octets. */
@OverTransport("net.tcp")
abstract class NetTcpContract extends NetTcpBed {
    @Test
    void requestsGetTheirReplies() {
        Listener listener = listen("/echo");
        serveEcho(listener);
        Channel client = client(listener);
        for (int i = 0; i < 20; i++) {
            assertEquals("text " + i, call(client, "text " + i));
        }
        client.close();
        assertEquals(CloseOutcome.GRACEFUL, client.closeOutcome());
    }

    @Test
    void manyCallersShareOneSession() throws InterruptedException {
        Listener listener = listen("/echo");
        serveEcho(listener);
        Channel client = client(listener);
        List<String> wrong = new CopyOnWriteArrayList<>();
        Thread[] callers = new Thread[16];
        for (int i = 0; i < callers.length; i++) {
            String name = "caller " + i;
            callers[i] =
                    start(
                            () -> {
                                for (int n = 0; n < 25; n++) {
                                    String text = name + " call " + n;
                                    if (!call(client, text).equals(text)) {
                                        wrong.add(text);
                                    }
                                }
                            });
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void bothSidesSendAndReceiveAtOnce() {
        Listener listener = listen("/duplex");
        Channel client = client(listener);
        Channel server = accept(listener);
        for (int i = 0; i < 5; i++) {
            client.send(Echo.oneWay(binding.version(), "up " + i));
            server.send(Echo.oneWay(binding.version(), "down " + i));
        }
        for (int i = 0; i < 5; i++) {
            assertEquals("up " + i, received(server));
            assertEquals("down " + i, received(client));
        }
    }

    @Test
    void theServerMayCallTheClientWhileItsOwnRequestRuns() {
        Listener listener = listen("/callback");
        start(
                () -> {
                    Channel server = listener.accept();
                    closing(server);
                    Message request = assertNotNullMessage(server.receive());
                    String answer = call(server, "question");
                    server.reply(Echo.reply(request, answer), request);
                });
        Channel client = client(listener);
        start(
                () -> {
                    Message callback = assertNotNullMessage(client.receive());
                    client.reply(Echo.reply(callback, Echo.text(callback) + " answered"), callback);
                });
        assertEquals("question answered", call(client, "request"));
    }

    @Test
    void theAcceptedChannelKnowsWhereItIs() {
        Listener listener = listen("/where");
        client(listener);
        Channel server = accept(listener);
        assertEquals(url(listener), server.transportUrl());
        assertNotNull(server.remoteSocketAddress());
        assertEquals(ChannelState.OPEN, server.state());
    }

    @Test
    void theViaMayDifferFromTheAddress() {
        Listener listener = listen("/via");
        Channel client = client("net.tcp://elsewhere/x", options -> options.via(url(listener)));
        Channel server = accept(listener);
        client.send(Echo.oneWay(binding.version(), "hello"));
        Message message = assertNotNullMessage(server.receive());
        assertEquals("net.tcp://elsewhere/x", message.headers().to());
        assertEquals(url(listener), server.transportUrl());
    }

    @Test
    void aClientThatClosesEndsTheSession() {
        Listener listener = listen("/close");
        Channel client = client(listener);
        Channel server = accept(listener);
        client.send(Echo.oneWay(binding.version(), "last"));
        start(client::close);
        assertEquals("last", received(server));
        assertNull(server.receive());
        server.close();
        assertEquals(CloseOutcome.GRACEFUL, server.closeOutcome());
        client.close();
        assertEquals(CloseOutcome.GRACEFUL, client.closeOutcome());
    }

    @Test
    void aServerThatClosesEndsTheSession() {
        Listener listener = listen("/close");
        Channel client = client(listener);
        Channel server = accept(listener);
        start(server::close);
        assertNull(client.receive());
        client.close();
        server.close();
        assertEquals(CloseOutcome.GRACEFUL, client.closeOutcome());
        assertEquals(CloseOutcome.GRACEFUL, server.closeOutcome());
    }

    @Test
    void afterItsEndASideStillReceives() {
        Listener listener = listen("/half");
        Channel client = client(listener);
        Channel server = accept(listener);
        client.shutdownSession();
        assertNull(server.receive());
        server.send(Echo.oneWay(binding.version(), "after the end"));
        assertEquals("after the end", received(client));
        server.close();
        assertNull(client.receive());
        client.close();
        assertEquals(CloseOutcome.GRACEFUL, client.closeOutcome());
    }

    @Test
    void nothingFollowsTheEndHoweverManyAreSending() {
        Listener listener = listen("/race");
        for (int round = 0; round < 20; round++) {
            Channel client = client(listener);
            Channel server = accept(listener);
            for (int sender = 0; sender < 4; sender++) {
                start(() -> sendUntilTheEnd(client));
            }
            received(server);
            start(client::shutdownSession); // waits while the server does not read
            while (server.receive() != null) {
                // What was sent before the end.
            }
            assertEquals(ChannelState.OPEN, server.state());
            client.abort();
        }
    }

    private void sendUntilTheEnd(Channel client) {
        try {
            while (true) {
                client.send(Echo.oneWay(binding.version(), "text"));
            }
        } catch (IllegalStateException ended) {
            // The session was shut down.
        }
    }

    @Test
    void anAbortIsSeenByTheOtherSide() {
        Listener listener = listen("/abort");
        Channel client = client(listener);
        Channel server = accept(listener);
        client.abort();
        BelayException seen = assertThrows(BelayException.class, server::receive);
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, reason(server, seen));
        assertEquals(ChannelState.FAULTED, server.state());
        assertEquals(ChannelState.FAULTED, client.state());
    }

    @Test
    void theEndOfThePeerEndsPendingRequests() {
        Listener listener = listen("/end");
        Channel client = client(listener);
        Channel server = accept(listener);
        start(
                () -> {
                    assertNotNullMessage(server.receive());
                    server.close();
                });
        BelayException ended =
                assertThrows(BelayException.class, () -> call(client, "never answered"));
        assertEquals(ErrorCode.ENDPOINT_DISCONNECTED, ended.code());
    }

    @Test
    void aMessageThatIsTooLargeToSendLeavesTheSessionAsItWas() {
        Listener listener = listen("/large");
        serveEcho(listener);
        Channel client = client(listener);
        BelayException tooLarge =
                assertThrows(BelayException.class, () -> call(client, "x".repeat(70_000)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, tooLarge.code());
        assertEquals("small", call(client, "small"));
    }

    @Test
    void largeMessagesPassWhereTheQuotasAllow() {
        String url = "net.tcp://localhost:0/large";
        Listener listener =
                listen(
                        url,
                        options ->
                                options.channels(
                                        dev.belay.channel.ChannelOptions.builder()
                                                .maxBufferedMessageSize(2_000_000)
                                                .build()));
        serveEcho(listener);
        Channel client =
                client(url(listener), options -> options.maxBufferedMessageSize(2_000_000));
        String text = "0123456789".repeat(100_000);
        assertEquals(text, call(client, text));
        assertEquals("small", call(client, "small"));
    }

    @Test
    @Cell("CH-FAULT-QUOTA")
    void aMessageThatTheServerFindsTooLargeIsAnsweredWithAFault() {
        Listener listener = listen("/quota");
        Channel client = client(url(listener), options -> options.maxBufferedMessageSize(200_000));
        Channel server = accept(listener);
        try {
            client.send(Echo.oneWay(binding.version(), "x".repeat(66_000)));
        } catch (BelayException e) { // the fault may come before the send has ended
            assertEquals(ErrorCode.QUOTA_EXCEEDED, reason(client, e));
        }
        BelayException atServer = assertThrows(BelayException.class, server::receive);
        assertEquals(ErrorCode.QUOTA_EXCEEDED, reason(server, atServer));
        BelayException atClient = assertThrows(BelayException.class, client::receive);
        assertEquals(ErrorCode.QUOTA_EXCEEDED, reason(client, atClient));
        assertEquals(ChannelState.FAULTED, server.state());
        assertEquals(ChannelState.FAULTED, client.state());
        String said = String.valueOf(client.failure());
        assertTrue(said.contains("MaxMessageSizeExceededFault"), said);
    }

    @Test
    void aChannelCanBeUsedAgain() {
        Listener listener = listen("/again");
        serveEcho(listener);
        Channel client = client(listener);
        for (int i = 0; i < 3; i++) {
            assertEquals("round " + i, call(client, "round " + i));
            client.close();
            client.reset();
            client.open(dev.belay.soap.EndpointAddress.of(url(listener)));
        }
    }

    final String call(Channel client, String text) {
        return Echo.text(
                assertNotNullMessage(client.request(Echo.request(binding.version(), text))));
    }

    static String received(Channel channel) {
        return Echo.text(assertNotNullMessage(channel.receive()));
    }

    static Message assertNotNullMessage(@org.jspecify.annotations.Nullable Message message) {
        if (message == null) {
            throw new AssertionError("the session has ended");
        }
        return message;
    }
}
