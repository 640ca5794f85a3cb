package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryMessages;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests and replies that pass whole messages in memory. */
@OverTransport("memory")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class MemoryExchangeTest extends OpeningCells implements ExchangeCells {
    private final MemoryMessages network = new MemoryMessages(environment);

    MemoryExchangeTest(Caller.Kind kind) {
        super(kind);
    }

    @Override
    public CellBed bed() {
        return this;
    }

    @Override
    Binding newBinding() {
        return network.exchange();
    }

    @Override
    Faults faults() {
        return network.faults();
    }

    @Override
    String url() {
        return "memory://cells:0";
    }

    @Override
    void finishPeer() {
        lastAccepted().close();
    }
}
