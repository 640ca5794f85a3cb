package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryTransport;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests and replies over HTTP, on connections that can be made to stall. */
@OverTransport("http")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class HttpCellsTest extends ChannelCells implements ExchangeCells, ConnectingCells {
    private final MemoryTransport network = new MemoryTransport(environment);

    HttpCellsTest(Caller.Kind kind) {
        super(kind);
    }

    @Override
    public CellBed bed() {
        return this;
    }

    @Override
    Binding newBinding() {
        return Binding.httpApart().over(network);
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
        return "http://localhost:0/cells";
    }

    @Override
    void finishPeer() {
        lastAccepted().close();
    }
}
