package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryMessages;

/** Sessions that pass whole messages in memory. */
final class MemorySessionSweepTest extends SweepContract {
    private final MemoryMessages network = new MemoryMessages(environment);

    MemorySessionSweepTest() {
        super(Caller.Kind.VIRTUAL);
    }

    @Override
    Binding newBinding() {
        return network.session();
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
