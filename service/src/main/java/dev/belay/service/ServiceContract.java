package dev.belay.service;

import dev.belay.channel.Binding;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The description of a contract: its operations, how a client of it is made, and which binding an
 * address of which scheme has unless another one is given. Immutable; generated code holds it in a
 * static final field, and holds bindings as suppliers, so that a program loads only the transports
 * that it uses.
 *
 * @param <C> the contract interface
 */
public final class ServiceContract<C> {
    private final String name;
    private final String namespace;
    private final List<Operation<C, ?, ?>> operations;
    private final Map<String, Operation<C, ?, ?>> byAction;
    private final Function<Invoker, C> client;
    private final Map<String, Supplier<Binding>> bindings;
    private final int maxConcurrency;
    private final boolean needsSession;

    private ServiceContract(Builder<C> b, Function<Invoker, C> client) {
        name = b.name;
        namespace = b.namespace;
        operations = List.copyOf(b.operations);
        byAction = Map.copyOf(b.byAction);
        this.client = client;
        bindings = Map.copyOf(b.bindings);
        maxConcurrency = b.maxConcurrency;
        needsSession = b.needsSession;
    }

    /** Begins a contract. */
    public static <C> Builder<C> named(String name, String namespace) {
        return new Builder<>(name, namespace);
    }

    /** The name, such as {@code ICalculator}. */
    public String name() {
        return name;
    }

    /** The namespace of the contract. */
    public String namespace() {
        return namespace;
    }

    /** The operations in the order of their declaration. */
    public List<Operation<C, ?, ?>> operations() {
        return operations;
    }

    /** How many operations of one channel may run at once, unless the endpoint says otherwise. */
    public int maxConcurrency() {
        return maxConcurrency;
    }

    /** Whether it is spoken in sessions only, so that a binding without them is refused. */
    public boolean needsSession() {
        return needsSession;
    }

    /**
     * Gives a binding back if this contract can be spoken over it.
     *
     * @throws BelayException NOT_SUPPORTED
     */
    Binding checked(Binding binding) {
        if (needsSession && !binding.clientType().isSession()) {
            throw new BelayException(
                    ErrorCode.NOT_SUPPORTED,
                    this + " needs a session, which " + binding.scheme() + " does not have");
        }
        return binding;
    }

    /** The operation with this request action, or null. */
    public @Nullable Operation<C, ?, ?> operation(String action) {
        return byAction.get(action);
    }

    /** A client whose methods call through the invoker. */
    public C client(Invoker invoker) {
        return client.apply(invoker);
    }

    /**
     * The binding for an address: the contract's own for exactly that address, else its own for the
     * scheme, else the one that the scheme stands for.
     *
     * @throws IllegalArgumentException when the scheme has no binding
     */
    public Binding binding(String address) {
        String scheme = scheme(address);
        Supplier<Binding> there = bindings.get(address);
        Supplier<Binding> own = there == null ? bindings.get(scheme) : there;
        if (own != null) {
            return own.get();
        }
        return switch (scheme) {
            case "net.tcp" -> Binding.netTcp();
            case "http" -> Binding.http();
            default ->
                    throw new IllegalArgumentException("no binding for the scheme of " + address);
        };
    }

    /** A proxy for this address, in the state CREATED. */
    public ServiceProxy<C> proxy(String address) {
        return proxy(address, ProxyOptions.DEFAULT);
    }

    /** A proxy for this address with these options, in the state CREATED. */
    public ServiceProxy<C> proxy(String address, ProxyOptions options) {
        return ServiceProxy.create(this, EndpointAddress.of(address), options);
    }

    /** An endpoint at this address that one service object serves. */
    public ServiceEndpoint endpoint(C service, String address) {
        return ServiceEndpoint.builder(this, service, address).build();
    }

    private static String scheme(String address) {
        int colon = address.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("no scheme in the address " + address);
        }
        return address.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "contract " + name;
    }

    /** Gathers the parts of a contract. Used by one thread. */
    public static final class Builder<C> {
        private final String name;
        private final String namespace;
        private final List<Operation<C, ?, ?>> operations = new ArrayList<>();
        private final Map<String, Operation<C, ?, ?>> byAction = new HashMap<>();
        private final Map<String, Supplier<Binding>> bindings = new HashMap<>();
        private int maxConcurrency = 1;
        private boolean needsSession;

        private Builder(String name, String namespace) {
            this.name = Objects.requireNonNull(name, "name");
            this.namespace = Objects.requireNonNull(namespace, "namespace");
        }

        /**
         * Adds an operation.
         *
         * @throws IllegalArgumentException when another operation has the same action
         */
        public Builder<C> operation(Operation<C, ?, ?> operation) {
            if (byAction.put(operation.action(), operation) != null) {
                throw new IllegalArgumentException(
                        "two operations with the action " + operation.action());
            }
            operations.add(operation);
            return this;
        }

        /** The binding of addresses with this scheme; or, given a whole address, of that one. */
        public Builder<C> binding(String schemeOrAddress, Supplier<Binding> binding) {
            bindings.put(schemeOrAddress, Objects.requireNonNull(binding, "binding"));
            return this;
        }

        /**
         * How many operations of one channel may run at once unless the endpoint says otherwise: 1
         * unless set.
         */
        public Builder<C> maxConcurrency(int value) {
            if (value < 1) {
                throw new IllegalArgumentException(
                        "maxConcurrency must be at least 1 but is " + value);
            }
            maxConcurrency = value;
            return this;
        }

        /**
         * It is spoken in sessions only. (WSDL: usingSession, which .NET writes for
         * SessionMode.Required.)
         */
        public Builder<C> needsSession() {
            needsSession = true;
            return this;
        }

        /** The contract, whose clients are made by this function. */
        public ServiceContract<C> build(Function<Invoker, C> client) {
            return new ServiceContract<>(this, Objects.requireNonNull(client, "client"));
        }
    }
}
