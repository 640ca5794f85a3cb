package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.WireListener;
import dev.belay.channel.transport.WireLog;
import dev.belay.soap.EndpointAddress;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The log of a connection shows what is on the wire. */
class WireLogTest extends HttpTest {
    private final StringBuilder sent = new StringBuilder();
    private final StringBuilder received = new StringBuilder();

    private final WireListener log =
            new WireListener() {
                @Override
                public void received(long connection, ByteBuffer octets) {
                    received.append(StandardCharsets.ISO_8859_1.decode(octets));
                }

                @Override
                public void sent(long connection, ByteBuffer octets) {
                    sent.append(StandardCharsets.ISO_8859_1.decode(octets));
                }
            };

    @Test
    void showsRequestAndResponseAsTheyAre() throws Exception {
        RawServer server = closing(new RawServer());
        Channel channel =
                closing(
                        Channel.create(
                                binding.over(new WireLog(Transport.tcp(), log)),
                                ChannelOptions.DEFAULT,
                                environment));
        channel.open(EndpointAddress.of(server.url()));
        var call = async(() -> channel.request(request("hello")));
        RawPeer peer = closing(server.accept());
        String body = peer.read().body();
        String answer = response(200, TYPE, envelope("reply"));
        peer.send(answer);
        assertEquals("reply", text(get(call)));
        assertTrue(sent.toString().startsWith("POST /shop HTTP/1.1\r\n"), sent.toString());
        assertTrue(sent.toString().endsWith(body), sent.toString());
        assertEquals(answer, received.toString());
    }
}
