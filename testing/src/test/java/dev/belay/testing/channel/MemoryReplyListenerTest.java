package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryMessages;
import dev.belay.testing.cells.OverTransport;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners for requests that pass as whole messages in memory. */
@OverTransport("memory")
@ParameterizedClass
@EnumSource(Caller.Kind.class)
final class MemoryReplyListenerTest extends SlowClosingCells {
    private final MemoryMessages network = new MemoryMessages(environment);

    MemoryReplyListenerTest(Caller.Kind kind) {
        super(kind);
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
}
