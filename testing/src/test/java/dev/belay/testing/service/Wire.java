package dev.belay.testing.service;

import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.testing.Faults;
import dev.belay.testing.MemoryMessages;

/** The ways in which the tests of this package let a proxy talk to a host. */
enum Wire {
    /** A session that passes messages in memory. */
    SESSION("memory://localhost/", true),
    /** Exchanges that pass messages in memory. */
    EXCHANGES("memory://localhost/", false);

    private final String prefix;
    private final boolean session;

    Wire(String prefix, boolean session) {
        this.prefix = prefix;
        this.session = session;
    }

    /** Whether faults can be injected. */
    boolean hasFaults() {
        return true;
    }

    boolean hasSession() {
        return session;
    }

    /** A binding, and what can go wrong with it. */
    record Set(Binding binding, Faults faults) {}

    Set make(Environment environment) {
        MemoryMessages messages = new MemoryMessages(environment);
        Binding plain = session ? messages.session() : messages.exchange();
        return new Set(plain, messages.faults());
    }

    /** An address that nobody has. */
    String anyAddress() {
        return prefix + ":0";
    }
}
