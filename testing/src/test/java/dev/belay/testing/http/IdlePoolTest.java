package dev.belay.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.Timeouts;
import dev.belay.testing.ControlledClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Connections that nobody uses for a minute are closed. */
class IdlePoolTest extends HttpTest {
    private final ControlledClock time = (ControlledClock) environment.clock();
    private final RawServer server;
    private final Channel channel;

    IdlePoolTest() throws Exception {
        server = closing(new RawServer());
        ChannelOptions options = ChannelOptions.builder().timeouts(Timeouts.NONE).build();
        channel = channel(server.url(), options);
    }

    @Override
    Clock clock() {
        return new ControlledClock();
    }

    private RawPeer exchange(Channel client, RawPeer known) throws Exception {
        var call = async(() -> client.request(request("one"), Deadline.NONE));
        RawPeer peer = known == null ? closing(server.accept()) : known;
        peer.read();
        peer.send(response(200, TYPE, envelope("1")));
        assertEquals("1", text(get(call)));
        return peer;
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        RawPeer peer = exchange(channel, null);
        time.advance(Duration.ofSeconds(61));
        peer.awaitEnd();
        exchange(channel, null);
    }

    @Test
    void eachUseBeginsAnew() throws Exception {
        RawPeer peer = exchange(channel, null);
        time.advance(Duration.ofSeconds(40));
        exchange(channel, peer);
        time.advance(Duration.ofSeconds(40));
        exchange(channel, peer);
        time.advance(Duration.ofSeconds(61));
        peer.awaitEnd();
    }
}
