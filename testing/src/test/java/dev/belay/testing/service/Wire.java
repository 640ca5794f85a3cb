package dev.belay.testing.service;

import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryMessages;
import dev.belay.testing.MemoryTransport;

/** The ways in which the tests of this package let a proxy talk to a host. */
enum Wire {
    /** A session that passes messages in memory. */
    SESSION("memory://localhost/:0", true),
    /** Exchanges that pass messages in memory. */
    EXCHANGES("memory://localhost/:0", false),
    /** A session of net.tcp over connections in memory. */
    NET_TCP_IN_MEMORY("net.tcp://localhost:0/service", true),
    /** A session of net.tcp over sockets. */
    NET_TCP("net.tcp://localhost:0/service", true);

    private final String anyAddress;
    private final boolean session;

    Wire(String anyAddress, boolean session) {
        this.anyAddress = anyAddress;
        this.session = session;
    }

    boolean hasSession() {
        return session;
    }

    /** Whether faults can be injected. */
    boolean hasFaults() {
        return this != NET_TCP;
    }

    /** A binding, and what can go wrong with it. */
    record Set(Binding binding, Faults faults) {}

    Set make(Environment environment) {
        return switch (this) {
            case SESSION, EXCHANGES -> {
                MemoryMessages messages = new MemoryMessages(environment);
                yield new Set(
                        session ? messages.session() : messages.exchange(), messages.faults());
            }
            case NET_TCP_IN_MEMORY -> {
                MemoryTransport memory = new MemoryTransport(environment);
                yield new Set(Binding.netTcp().over(memory), memory.faults());
            }
            case NET_TCP -> new Set(Binding.netTcp(), new Faults(environment.clock()));
        };
    }

    /** An address that nobody has. */
    String anyAddress() {
        return anyAddress;
    }
}
