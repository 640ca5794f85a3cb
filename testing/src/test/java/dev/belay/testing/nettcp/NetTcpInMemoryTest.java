package dev.belay.testing.nettcp;

import dev.belay.channel.Binding;
import dev.belay.testing.MemoryTransport;

/** Binary sessions over the transport in memory. */
class NetTcpInMemoryTest extends NetTcpContract {
    @Override
    Binding binding() {
        return Binding.netTcp().over(new MemoryTransport(environment));
    }
}
