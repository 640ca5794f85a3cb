package dev.belay.service;

import dev.belay.channel.Binding;
import dev.belay.channel.ListenerOptions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One address at which a {@link ServiceHost} serves one contract, with its limits and callbacks.
 * Immutable: it may be part of several hosts, one after the other.
 */
public final class ServiceEndpoint {
    private final ServiceContract<?> contract;
    private final Supplier<?> services;
    private final boolean perSession;
    private final String address;
    private final @Nullable Binding binding;
    private final ListenerOptions listener;
    private final int maxChannels;
    private final int maxChannelsPerIp;
    private final int maxConcurrency;
    private final boolean checkMustUnderstand;
    private final boolean interruptOperations;
    private final @Nullable Authorization authorization;
    private final @Nullable ChannelCallback onAccept;
    private final @Nullable ChannelCallback onClose;
    private final @Nullable MessageHandler defaultHandler;
    private final List<OperationInterceptor> interceptors;

    private ServiceEndpoint(Builder<?> b) {
        contract = b.contract;
        services = b.services;
        perSession = b.perSession;
        address = b.address;
        binding = b.binding;
        listener = b.listener;
        maxChannels = b.maxChannels;
        maxChannelsPerIp = b.maxChannelsPerIp;
        maxConcurrency = b.maxConcurrency;
        checkMustUnderstand = b.checkMustUnderstand;
        interruptOperations = b.interruptOperations;
        authorization = b.authorization;
        onAccept = b.onAccept;
        onClose = b.onClose;
        defaultHandler = b.defaultHandler;
        interceptors = List.copyOf(b.interceptors);
    }

    /**
     * Begins an endpoint at which one object serves all calls; it is used by many threads at once.
     */
    public static <C> Builder<C> builder(ServiceContract<C> contract, C service, String address) {
        Objects.requireNonNull(service, "service");
        return new Builder<>(contract, () -> service, false, address);
    }

    /**
     * Begins an endpoint at which each accepted channel has a service object of its own: one for
     * each session, or for each exchange where there is no session. An object that is {@link
     * AutoCloseable} is closed once, when the channel is over and the values of its {@link
     * SessionState} are closed.
     */
    public static <C> Builder<C> perSession(
            ServiceContract<C> contract, Supplier<? extends C> factory, String address) {
        return new Builder<>(contract, Objects.requireNonNull(factory, "factory"), true, address);
    }

    /** The contract that is served. */
    public ServiceContract<?> contract() {
        return contract;
    }

    /** The address as given; the host tells the real one once it is open. */
    public String address() {
        return address;
    }

    /** The binding: the given one, else that of the contract for this address. */
    public Binding binding() {
        return binding == null ? contract.binding(address) : binding;
    }

    /**
     * The options of the listener and of the channels that it accepts. Under a host, waiting for
     * the next message has no limit unless one was given.
     */
    public ListenerOptions listener() {
        return listener;
    }

    /** How many channels may be open at once. */
    public int maxChannels() {
        return maxChannels;
    }

    /** How many channels one remote IP address may have open at once, 0 for any number. */
    public int maxChannelsPerIp() {
        return maxChannelsPerIp;
    }

    /** How many operations of one channel may run at once. */
    public int maxConcurrency() {
        return maxConcurrency;
    }

    /**
     * Whether a request with a header that must be understood, but was read by nobody, is refused.
     */
    public boolean checkMustUnderstand() {
        return checkMustUnderstand;
    }

    /**
     * Whether the thread of an operation is interrupted once the operation was told that it is
     * called off.
     */
    public boolean interruptOperations() {
        return interruptOperations;
    }

    /** Asked before each operation, or null. */
    public @Nullable Authorization authorization() {
        return authorization;
    }

    /** Told of each accepted channel, or null. */
    public @Nullable ChannelCallback onAccept() {
        return onAccept;
    }

    /** Told of each channel that ends, or null. */
    public @Nullable ChannelCallback onClose() {
        return onClose;
    }

    /** Takes messages whose action is not in the contract, or null. */
    public @Nullable MessageHandler defaultHandler() {
        return defaultHandler;
    }

    /** The interceptors, outermost first. */
    public List<OperationInterceptor> interceptors() {
        return interceptors;
    }

    Object service() {
        return services.get();
    }

    boolean isPerSession() {
        return perSession;
    }

    @Override
    public String toString() {
        return contract.name() + " at " + address;
    }

    /** Gathers the parts of an endpoint. Used by one thread. */
    public static final class Builder<C> {
        private final ServiceContract<C> contract;
        private final Supplier<? extends C> services;
        private final boolean perSession;
        private final String address;
        private @Nullable Binding binding;
        private ListenerOptions listener = ListenerOptions.DEFAULT;
        private int maxChannels = 100;
        private int maxChannelsPerIp;
        private int maxConcurrency;
        private boolean checkMustUnderstand = true;
        private boolean interruptOperations = true;
        private @Nullable Authorization authorization;
        private @Nullable ChannelCallback onAccept;
        private @Nullable ChannelCallback onClose;
        private @Nullable MessageHandler defaultHandler;
        private final List<OperationInterceptor> interceptors = new ArrayList<>(1);

        private Builder(
                ServiceContract<C> contract,
                Supplier<? extends C> services,
                boolean perSession,
                String address) {
            this.contract = Objects.requireNonNull(contract, "contract");
            this.services = services;
            this.perSession = perSession;
            this.address = Objects.requireNonNull(address, "address");
            maxConcurrency = contract.maxConcurrency();
        }

        /** Uses this binding in place of the contract's. */
        public Builder<C> binding(Binding value) {
            binding = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Options of the listener and of the channels that it accepts. */
        public Builder<C> listener(ListenerOptions value) {
            listener = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * How many channels may be open at once: 100 unless set. Further ones wait until one is
         * freed.
         */
        public Builder<C> maxChannels(int value) {
            maxChannels = atLeast(1, value, "maxChannels");
            return this;
        }

        /**
         * How many channels one remote IP address may have at once: 0, any number, unless set.
         * Further ones are aborted.
         */
        public Builder<C> maxChannelsPerIp(int value) {
            maxChannelsPerIp = atLeast(0, value, "maxChannelsPerIp");
            return this;
        }

        /**
         * How many operations of one channel may run at once. Unless set it is the contract's
         * number, which is 1 unless set there: then the operations of a session run one after the
         * other, in the order of their requests. Above 1 they run at the same time and may answer
         * in any order.
         */
        public Builder<C> maxConcurrency(int value) {
            maxConcurrency = atLeast(1, value, "maxConcurrency");
            return this;
        }

        /** Whether headers that must be understood are checked: true unless set. */
        public Builder<C> checkMustUnderstand(boolean value) {
            checkMustUnderstand = value;
            return this;
        }

        /**
         * Whether the threads of operations that are called off are interrupted: true unless set.
         */
        public Builder<C> interruptOperations(boolean value) {
            interruptOperations = value;
            return this;
        }

        /** Asks this before each operation. */
        public Builder<C> authorize(Authorization value) {
            authorization = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Tells this of each accepted channel, before its first message; an exception from it
         * aborts the channel.
         */
        public Builder<C> onAccept(ChannelCallback value) {
            onAccept = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Tells this of each channel before it is closed or aborted, also when the accept callback
         * failed. When the host aborts, the callback has a second before the channel is aborted all
         * the same.
         */
        public Builder<C> onClose(ChannelCallback value) {
            onClose = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Gives messages whose action is not in the contract to this. Needs the concurrency to be
         * 1.
         */
        public Builder<C> defaultHandler(MessageHandler value) {
            defaultHandler = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Adds an interceptor inside those already added. */
        public Builder<C> interceptor(OperationInterceptor value) {
            interceptors.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * The endpoint.
         *
         * @throws IllegalArgumentException when there is a default handler and the concurrency is
         *     not 1
         */
        public ServiceEndpoint build() {
            if (defaultHandler != null && maxConcurrency != 1) {
                throw new IllegalArgumentException(
                        "a default handler needs maxConcurrency 1 but it is " + maxConcurrency);
            }
            return new ServiceEndpoint(this);
        }

        private static int atLeast(int least, int value, String name) {
            if (value < least) {
                throw new IllegalArgumentException(
                        name + " must be at least " + least + " but is " + value);
            }
            return value;
        }
    }
}
