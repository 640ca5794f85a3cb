package dev.belay.testing.service;

import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.channel.Encoding;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.MessageVersion;
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
    NET_TCP("net.tcp://localhost:0/service", true),
    /** HTTP over connections in memory. */
    HTTP_IN_MEMORY("http://localhost:0/service", false),
    /** HTTP over sockets, with addressing. */
    HTTP("http://localhost:0/service", false),
    /** HTTP over sockets, without addressing. */
    PLAIN_HTTP("http://localhost:0/service", false),
    /** Binary XML over HTTP. */
    HTTP_BINARY("http://localhost:0/service", false),
    /** SOAP 1.2 over HTTP, without addressing. */
    HTTP_SOAP_12("http://localhost:0/service", false),
    /** SOAP 1.1 over HTTP, with addressing. */
    HTTP_SOAP_11_WSA("http://localhost:0/service", false);

    /** Those that differ from others in how messages are written only. */
    static final String ENCODINGS = "HTTP_BINARY|HTTP_SOAP.*";

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
        return switch (this) {
            case SESSION, EXCHANGES, NET_TCP_IN_MEMORY, HTTP_IN_MEMORY -> true;
            case NET_TCP, HTTP, PLAIN_HTTP, HTTP_BINARY, HTTP_SOAP_12, HTTP_SOAP_11_WSA -> false;
        };
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
            case NET_TCP_IN_MEMORY -> inMemory(Binding.netTcp(), environment);
            case NET_TCP -> new Set(Binding.netTcp(), new Faults(environment.clock()));
            case HTTP_IN_MEMORY -> inMemory(Binding.httpApart(), environment);
            case HTTP -> overSockets(addressed(), environment);
            case PLAIN_HTTP -> overSockets(Binding.http(), environment);
            case HTTP_BINARY -> overSockets(addressed().withEncoding(Encoding.BINARY), environment);
            case HTTP_SOAP_12 ->
                    overSockets(
                            http(EnvelopeVersion.SOAP_1_2, AddressingVersion.TRANSPORT),
                            environment);
            case HTTP_SOAP_11_WSA ->
                    overSockets(
                            http(EnvelopeVersion.SOAP_1_1, AddressingVersion.WSA_1_0), environment);
        };
    }

    private static Set overSockets(Binding binding, Environment environment) {
        return new Set(binding, new Faults(environment.clock()));
    }

    private static Binding http(EnvelopeVersion envelope, AddressingVersion addressing) {
        return Binding.http().withVersion(new MessageVersion(envelope, addressing));
    }

    private static Set inMemory(Binding binding, Environment environment) {
        MemoryTransport memory = new MemoryTransport(environment);
        return new Set(binding.over(memory), memory.faults());
    }

    private static Binding addressed() {
        return Binding.http().withVersion(MessageVersion.SOAP_1_2_WSA_1_0);
    }

    /** Whether a name must be resolved to connect or to listen. */
    boolean resolves() {
        return switch (this) {
            case SESSION, EXCHANGES, NET_TCP_IN_MEMORY, HTTP_IN_MEMORY -> false;
            case NET_TCP, HTTP, PLAIN_HTTP, HTTP_BINARY, HTTP_SOAP_12, HTTP_SOAP_11_WSA -> true;
        };
    }

    /** An address that nobody has. */
    String anyAddress() {
        return anyAddress;
    }
}
