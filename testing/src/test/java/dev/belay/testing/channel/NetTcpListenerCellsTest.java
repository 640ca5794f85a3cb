package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryTransport;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners for net.tcp. */
@OverTransport("net.tcp")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class NetTcpListenerCellsTest extends ListeningCells implements AcceptingCells {
    private final MemoryTransport network = new MemoryTransport(environment);

    NetTcpListenerCellsTest(Caller.Kind kind) {
        super(kind);
    }

    @Override
    public CellBed bed() {
        return this;
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
    MemoryTransport connections() {
        return network;
    }

    @Override
    String url() {
        return "net.tcp://localhost:0/cells";
    }
}
