package dev.belay.service;

import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.transport.WireListener;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The options of a {@link ServiceProxy}. Immutable; made by a {@link Builder} with the defaults of
 * WWSAPI unless said.
 */
public final class ProxyOptions {
    /** All defaults. */
    public static final ProxyOptions DEFAULT = builder().build();

    private final @Nullable Binding binding;
    private final ChannelOptions channel;
    private final @Nullable Environment environment;
    private final @Nullable Duration callTimeout;
    private final @Nullable Duration openTimeout;
    private final Duration closeTimeout;
    private final int maxPendingCalls;
    private final @Nullable WireListener wireListener;
    private final List<CallInterceptor> interceptors;

    private ProxyOptions(Builder b) {
        binding = b.binding;
        channel = b.channel;
        environment = b.environment;
        callTimeout = b.callTimeout;
        openTimeout = b.openTimeout;
        closeTimeout = b.closeTimeout;
        maxPendingCalls = b.maxPendingCalls;
        wireListener = b.wireListener;
        interceptors = List.copyOf(b.interceptors);
    }

    /** Begins with all defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The binding, or null for the one of the contract. */
    public @Nullable Binding binding() {
        return binding;
    }

    /**
     * The options of the channels underneath. Of their time-outs only those count that were given:
     * under a proxy, finding the address and connecting take {@link #openTimeout}, and the rest has
     * no limit but that of the call.
     */
    public ChannelOptions channel() {
        return channel;
    }

    /** The clock, threads and name resolution to use, or null for those of the system. */
    public @Nullable Environment environment() {
        return environment;
    }

    /** The limit of a whole call, or null for none. */
    public @Nullable Duration callTimeout() {
        return callTimeout;
    }

    /** The limit of an open, or null for none. */
    public @Nullable Duration openTimeout() {
        return openTimeout;
    }

    /** The limit of a close. */
    public Duration closeTimeout() {
        return closeTimeout;
    }

    /** How many calls may be pending at once. */
    public int maxPendingCalls() {
        return maxPendingCalls;
    }

    /** Who is shown the octets on the wire, or null. */
    public @Nullable WireListener wireListener() {
        return wireListener;
    }

    /** The interceptors, outermost first. */
    public List<CallInterceptor> interceptors() {
        return interceptors;
    }

    /** Gathers options. Used by one thread. */
    public static final class Builder {
        private @Nullable Binding binding;
        private ChannelOptions channel = ChannelOptions.DEFAULT;
        private @Nullable Environment environment;
        private @Nullable Duration callTimeout = Duration.ofSeconds(30);
        private @Nullable Duration openTimeout = Duration.ofSeconds(30);
        private Duration closeTimeout = Duration.ofSeconds(5);
        private int maxPendingCalls = 100;
        private @Nullable WireListener wireListener;
        private final List<CallInterceptor> interceptors = new ArrayList<>(1);

        private Builder() {}

        /** Uses this binding in place of the contract's. */
        public Builder binding(Binding value) {
            binding = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Options of the channels underneath. What becomes of replies to calls whose callers have
         * left is said there: {@link ChannelOptions#drainAbandonedCalls}, {@link
         * ChannelOptions#maxAbandonedCalls}, {@link ChannelOptions#abandonedCallLimit}.
         */
        public Builder channel(ChannelOptions value) {
            channel = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Clock, threads and name resolution. */
        public Builder environment(Environment value) {
            environment = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Limits each call as a whole: 30 seconds unless set, null for no limit. */
        public Builder callTimeout(@Nullable Duration value) {
            callTimeout = positive(value, "callTimeout");
            return this;
        }

        /** Limits an open: 30 seconds unless set (WWSAPI: no limit), null for no limit. */
        public Builder openTimeout(@Nullable Duration value) {
            openTimeout = positive(value, "openTimeout");
            return this;
        }

        /** Limits a close as a whole: 5 seconds unless set; zero to close at once. */
        public Builder closeTimeout(Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException(
                        "closeTimeout must not be negative but is " + value);
            }
            closeTimeout = value;
            return this;
        }

        /** How many calls may be pending at once: 100 unless set. */
        public Builder maxPendingCalls(int value) {
            if (value < 1) {
                throw new IllegalArgumentException(
                        "maxPendingCalls must be at least 1 but is " + value);
            }
            maxPendingCalls = value;
            return this;
        }

        /** Shows the octets on the wire to this. */
        public Builder wireListener(WireListener value) {
            wireListener = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Adds an interceptor inside those already added. */
        public Builder interceptor(CallInterceptor value) {
            interceptors.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /** The options. */
        public ProxyOptions build() {
            return new ProxyOptions(this);
        }

        private static @Nullable Duration positive(@Nullable Duration value, String name) {
            if (value != null && (value.isNegative() || value.isZero())) {
                throw new IllegalArgumentException(name + " must be positive but is " + value);
            }
            return value;
        }
    }
}
