package dev.belay.testing.nettcp;

import dev.belay.channel.Binding;
import dev.belay.channel.Encoding;

/** Sessions of text messages over TCP. */
class NetTcpTextTest extends NetTcpContract {
    @Override
    Binding binding() {
        return Binding.netTcp().withEncoding(Encoding.TEXT_UTF8);
    }
}
