package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.ChannelState;
import dev.belay.channel.Listener;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.testing.cells.Cell;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.api.Test;

/** The strings that a session announces are limited by the one who must keep them. */
@OverTransport("net.tcp")
final class SessionDictionaryTest extends NetTcpBed {
    private Listener listen(int octets) {
        return listen(
                "net.tcp://localhost:0/dictionary",
                options ->
                        options.channels(
                                ChannelOptions.builder().maxSessionDictionarySize(octets).build()));
    }

    @Test
    @Cell("CH-FAULT-DICTIONARY")
    void moreStringsThanTheReceiverAllowsFaultTheSession() {
        Listener listener = listen(1);
        Channel client = client(listener);
        Channel server = accept(listener);
        start(() -> client.send(Echo.oneWay(binding.version(), "announced")));
        BelayException atServer = assertThrows(BelayException.class, server::receive);
        assertEquals(ErrorCode.QUOTA_EXCEEDED, reason(server, atServer));
        assertEquals(ChannelState.FAULTED, server.state());
        assertThrows(BelayException.class, client::receive);
        assertEquals(ChannelState.FAULTED, client.state());
    }

    @Test
    void aSenderThatAnnouncesNothingNeedsNoRoom() {
        Listener listener = listen(0);
        Channel client = client(url(listener), options -> options.maxSessionDictionarySize(0));
        Channel server = accept(listener);
        client.send(Echo.oneWay(binding.version(), "inline"));
        assertEquals("inline", NetTcpContract.received(server));
    }
}
