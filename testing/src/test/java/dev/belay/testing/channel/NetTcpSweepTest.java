package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryTransport;

/** Sessions over net.tcp. */
final class NetTcpSweepTest extends SweepContract {
    private final MemoryTransport network = new MemoryTransport(environment);

    NetTcpSweepTest() {
        super(Caller.Kind.VIRTUAL);
    }

    @Override
    Binding newBinding() {
        return Binding.netTcp().over(network);
    }

    @Override
    Faults faults() {
        return network.faults();
    }

    @Override
    String url() {
        return "net.tcp://localhost:0/sweep";
    }
}
