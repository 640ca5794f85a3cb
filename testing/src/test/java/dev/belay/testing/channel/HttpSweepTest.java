package dev.belay.testing.channel;

import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryTransport;

/** Requests and replies over HTTP. */
final class HttpSweepTest extends SweepContract {
    private final MemoryTransport network = new MemoryTransport(environment);

    HttpSweepTest() {
        super(Caller.Kind.VIRTUAL);
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
    String url() {
        return "http://localhost:0/sweep";
    }
}
