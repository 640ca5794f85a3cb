package dev.belay.testing.http;

import dev.belay.channel.Binding;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.WireListener;
import dev.belay.channel.transport.WireLog;

/** A request channel does the same while its connections are logged. */
final class LoggedRequestChannelTest extends RequestChannelTest {
    LoggedRequestChannelTest() throws Exception {}

    @Override
    Binding newBinding() {
        return super.newBinding().over(new WireLog(Transport.tcp(), new WireListener() {}));
    }
}
