package dev.belay.testing.service;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Ledger;
import dev.belay.channel.Binding;
import dev.belay.service.ProxyOptions;
import dev.belay.service.ServiceContract;
import dev.belay.service.ServiceEndpoint;
import dev.belay.service.ServiceHost;
import dev.belay.service.ServiceProxy;
import dev.belay.testing.Faults;
import dev.belay.testing.transport.OpenSockets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A place for proxies and hosts with a world of their own. Closing it closes what is open, and then
 * checks that nothing is left: threads, connections, pending operations, registrations.
 */
@SuppressWarnings("try") // a close that waits may be interrupted
final class ServiceBed implements AutoCloseable {
    /** How long a test waits for what must happen at once or soon. */
    static final Duration SOON = Duration.ofSeconds(20);

    /** A host name whose address is long in coming. */
    static final String SLOW = "slow.test";

    private static final List<Ledger.Kind> COUNTED =
            List.of(
                    Ledger.Kind.THREAD,
                    Ledger.Kind.CONNECTION,
                    Ledger.Kind.PENDING,
                    Ledger.Kind.REGISTRATION,
                    Ledger.Kind.BUFFER);

    private final Wire wire;
    private final Environment environment;
    private final Binding binding;
    private final Faults faults;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CountDownLatch resolving = new CountDownLatch(1);
    private final CountDownLatch resolved = new CountDownLatch(1);
    private final int sockets;
    private @Nullable ServiceHost last;

    ServiceBed(Wire wire) {
        this(wire, Clock.system());
    }

    ServiceBed(Wire wire, Clock clock) {
        this.wire = wire;
        sockets = wire.resolves() ? sockets() : 0;
        environment = Environment.of(clock, this::resolve);
        Wire.Set set = wire.make(environment);
        binding = set.binding();
        faults = set.faults();
    }

    private static int sockets() {
        try {
            OpenSockets.warmUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OpenSockets.count();
    }

    /** A name service that keeps the name {@link #SLOW} waiting. */
    private List<InetAddress> resolve(String host) throws Exception {
        if (host.equals(SLOW)) {
            resolving.countDown();
            resolved.await();
            return List.of(InetAddress.getLoopbackAddress());
        }
        return List.of(InetAddress.getAllByName(host));
    }

    /** Waits until somebody waits for the name {@link #SLOW}. */
    void awaitResolving() throws InterruptedException {
        assertTrue(resolving.await(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    /** Lets the name {@link #SLOW} be resolved. */
    void resolved() {
        resolved.countDown();
    }

    Environment environment() {
        return environment;
    }

    Binding binding() {
        return binding;
    }

    Faults faults() {
        return faults;
    }

    <C> ServiceEndpoint.Builder<C> endpoint(ServiceContract<C> contract, C service) {
        return ServiceEndpoint.builder(contract, service, wire.anyAddress()).binding(binding);
    }

    /** The host made last. */
    ServiceHost lastHost() {
        return java.util.Objects.requireNonNull(last);
    }

    /** An open host. */
    ServiceHost host(ServiceEndpoint... endpoints) {
        return host(UnaryOperator.identity(), endpoints);
    }

    /** An open host with options. */
    ServiceHost host(UnaryOperator<ServiceHost.Builder> options, ServiceEndpoint... endpoints) {
        return createdHost(options, endpoints).open();
    }

    /** A host with options that is not open. */
    ServiceHost createdHost(
            UnaryOperator<ServiceHost.Builder> options, ServiceEndpoint... endpoints) {
        ServiceHost.Builder builder = ServiceHost.builder().environment(environment);
        for (ServiceEndpoint endpoint : endpoints) {
            builder.endpoint(endpoint);
        }
        ServiceHost host = options.apply(builder).build();
        open.push(host);
        last = host;
        return host;
    }

    /** An open host that serves one object at one endpoint. */
    <C> ServiceHost host(ServiceContract<C> contract, C service) {
        return host(endpoint(contract, service).build());
    }

    /** A proxy that is not open. */
    <C> ServiceProxy<C> proxy(
            ServiceContract<C> contract,
            String address,
            UnaryOperator<ProxyOptions.Builder> options) {
        ProxyOptions.Builder builder =
                ProxyOptions.builder().environment(environment).binding(binding);
        ServiceProxy<C> proxy = contract.proxy(address, options.apply(builder).build());
        open.push(proxy);
        return proxy;
    }

    /** An open proxy for the first endpoint of a host. */
    <C> ServiceProxy<C> proxy(ServiceContract<C> contract, ServiceHost host) {
        return proxy(contract, host.addresses().getFirst(), UnaryOperator.identity()).open();
    }

    @Override
    public void close() throws Exception {
        resolved();
        while (!open.isEmpty()) {
            open.pop().close();
        }
        for (Ledger.Kind kind : COUNTED) {
            assertTrue(
                    environment.ledger().awaitAtMost(kind, 0, SOON),
                    () -> "left over: " + environment.ledger());
        }
        if (wire.resolves()) {
            OpenSockets.awaitAtMost(sockets);
        }
    }
}
