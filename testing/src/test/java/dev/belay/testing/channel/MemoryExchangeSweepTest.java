package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryMessages;

/** Requests and replies that pass whole messages in memory. */
final class MemoryExchangeSweepTest extends SweepContract {
    private final MemoryMessages network = new MemoryMessages(environment);

    MemoryExchangeSweepTest() {
        super(Caller.Kind.VIRTUAL);
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
        return "memory://sweep:0";
    }
}
