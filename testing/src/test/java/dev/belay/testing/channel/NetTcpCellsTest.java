package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryTransport;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions over net.tcp, on connections that can be made to stall. */
@OverTransport("net.tcp")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class NetTcpCellsTest extends SessionCells {
    private final MemoryTransport network = new MemoryTransport(environment);

    NetTcpCellsTest(Caller.Kind kind) {
        super(kind);
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
        return "net.tcp://localhost:0/cells";
    }
}
