package dev.belay.channel;

import dev.belay.channel.transport.TransportOptions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Limits and settings of a channel; immutable, with the defaults of WWSAPI unless it says
 * otherwise.
 */
public final class ChannelOptions {
    /** Every option at its default. */
    public static final ChannelOptions DEFAULT = builder().build();

    private final Timeouts timeouts;
    private final TransportOptions transport;
    private final int maxBufferedMessageSize;
    private final int maxSessionDictionarySize;
    private final int maxHttpServerConnections;
    private final int maxReadAheadMessages;
    private final long maxReadAheadOctets;
    private final int maxAbandonedCalls;
    private final Duration abandonedCallLimit;
    private final boolean faultsAsErrors;
    private final boolean drainAbandonedCalls;
    private final @Nullable String via;

    private ChannelOptions(Builder builder) {
        timeouts = builder.timeouts;
        transport = builder.transport;
        maxBufferedMessageSize = builder.maxBufferedMessageSize;
        maxSessionDictionarySize = builder.maxSessionDictionarySize;
        maxHttpServerConnections = builder.maxHttpServerConnections;
        maxReadAheadMessages = builder.maxReadAheadMessages;
        maxReadAheadOctets = builder.maxReadAheadOctets;
        maxAbandonedCalls = builder.maxAbandonedCalls;
        abandonedCallLimit = builder.abandonedCallLimit;
        faultsAsErrors = builder.faultsAsErrors;
        drainAbandonedCalls = builder.drainAbandonedCalls;
        via = builder.via;
    }

    /** Begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins with these. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The time-outs that a channel begins with; default {@link Timeouts#DEFAULT}. */
    public Timeouts timeouts() {
        return timeouts;
    }

    /** Settings of the sockets. */
    public TransportOptions transport() {
        return transport;
    }

    /** Largest encoded envelope in octets, both directions; default 65536. */
    public int maxBufferedMessageSize() {
        return maxBufferedMessageSize;
    }

    /**
     * Octets of session dictionary per direction; default 2048. Binary sessions (net.tcp) only;
     * without meaning elsewhere.
     */
    public int maxSessionDictionarySize() {
        return maxSessionDictionarySize;
    }

    /**
     * Connections to one HTTP server; default without limit ({@link Integer#MAX_VALUE}). HTTP only;
     * without meaning elsewhere, for a session has one connection.
     */
    public int maxHttpServerConnections() {
        return maxHttpServerConnections;
    }

    /**
     * Messages of a session that are read before anybody asks for them; default 16. Sessions only;
     * over HTTP nothing is read ahead.
     */
    public int maxReadAheadMessages() {
        return maxReadAheadMessages;
    }

    /** Their octets together; default 1 MiB. Sessions only. */
    public long maxReadAheadOctets() {
        return maxReadAheadOctets;
    }

    /**
     * Abandoned calls whose late replies are waited for, to be dropped, on a session, and over HTTP
     * if {@link #drainAbandonedCalls} says so; over it the oldest is forgotten, over HTTP its
     * connection is closed; default 100.
     */
    public int maxAbandonedCalls() {
        return maxAbandonedCalls;
    }

    /** How long such a late reply is waited for; default 10 minutes. */
    public Duration abandonedCallLimit() {
        return abandonedCallLimit;
    }

    /** Received faults become errors of receive and request; default true. */
    public boolean faultsAsErrors() {
        return faultsAsErrors;
    }

    /**
     * An abandoned call without session reads its reply and keeps the connection, as WWSAPI does;
     * default false: the connection is closed, so that the host learns of it. HTTP only; a session
     * always drops late replies and stays.
     */
    public boolean drainAbandonedCalls() {
        return drainAbandonedCalls;
    }

    /** The URL to connect to if it is not the one that messages are addressed to; null if it is. */
    public @Nullable String via() {
        return via;
    }

    /** Collects options. One thread. */
    public static final class Builder {
        private Timeouts timeouts = Timeouts.DEFAULT;
        private TransportOptions transport = TransportOptions.DEFAULT;
        private int maxBufferedMessageSize = 65536;
        private int maxSessionDictionarySize = 2048;
        private int maxHttpServerConnections = Integer.MAX_VALUE;
        private int maxReadAheadMessages = 16;
        private long maxReadAheadOctets = 1 << 20;
        private int maxAbandonedCalls = 100;
        private Duration abandonedCallLimit = Duration.ofMinutes(10);
        private boolean faultsAsErrors = true;
        private boolean drainAbandonedCalls;
        private @Nullable String via;

        private Builder() {}

        private Builder(ChannelOptions from) {
            timeouts = from.timeouts;
            transport = from.transport;
            maxBufferedMessageSize = from.maxBufferedMessageSize;
            maxSessionDictionarySize = from.maxSessionDictionarySize;
            maxHttpServerConnections = from.maxHttpServerConnections;
            maxReadAheadMessages = from.maxReadAheadMessages;
            maxReadAheadOctets = from.maxReadAheadOctets;
            maxAbandonedCalls = from.maxAbandonedCalls;
            abandonedCallLimit = from.abandonedCallLimit;
            faultsAsErrors = from.faultsAsErrors;
            drainAbandonedCalls = from.drainAbandonedCalls;
            via = from.via;
        }

        /** See {@link ChannelOptions#timeouts()}. */
        public Builder timeouts(Timeouts value) {
            timeouts = value;
            return this;
        }

        /** See {@link ChannelOptions#transport()}. */
        public Builder transport(TransportOptions value) {
            transport = value;
            return this;
        }

        /** See {@link ChannelOptions#maxBufferedMessageSize()}; at least 1. */
        public Builder maxBufferedMessageSize(int octets) {
            maxBufferedMessageSize = atLeast(1, octets, "maxBufferedMessageSize");
            return this;
        }

        /** See {@link ChannelOptions#maxSessionDictionarySize()}; 0 for none. */
        public Builder maxSessionDictionarySize(int octets) {
            maxSessionDictionarySize = atLeast(0, octets, "maxSessionDictionarySize");
            return this;
        }

        /** See {@link ChannelOptions#maxHttpServerConnections()}; at least 1. */
        public Builder maxHttpServerConnections(int connections) {
            maxHttpServerConnections = atLeast(1, connections, "maxHttpServerConnections");
            return this;
        }

        /** See {@link ChannelOptions#maxReadAheadMessages()}; at least 1. */
        public Builder maxReadAheadMessages(int messages) {
            maxReadAheadMessages = atLeast(1, messages, "maxReadAheadMessages");
            return this;
        }

        /** See {@link ChannelOptions#maxReadAheadOctets()}; a single message may exceed it. */
        public Builder maxReadAheadOctets(long octets) {
            if (octets < 0) {
                throw new IllegalArgumentException(
                        "maxReadAheadOctets must be at least 0: " + octets);
            }
            maxReadAheadOctets = octets;
            return this;
        }

        /** See {@link ChannelOptions#maxAbandonedCalls()}; at least 1. */
        public Builder maxAbandonedCalls(int calls) {
            maxAbandonedCalls = atLeast(1, calls, "maxAbandonedCalls");
            return this;
        }

        /** See {@link ChannelOptions#abandonedCallLimit()}. */
        public Builder abandonedCallLimit(Duration limit) {
            if (limit.isNegative()) {
                throw new IllegalArgumentException("abandonedCallLimit is negative: " + limit);
            }
            abandonedCallLimit = limit;
            return this;
        }

        /** See {@link ChannelOptions#faultsAsErrors()}. */
        public Builder faultsAsErrors(boolean value) {
            faultsAsErrors = value;
            return this;
        }

        /** See {@link ChannelOptions#drainAbandonedCalls()}. */
        public Builder drainAbandonedCalls(boolean value) {
            drainAbandonedCalls = value;
            return this;
        }

        /** See {@link ChannelOptions#via()}. */
        public Builder via(@Nullable String url) {
            via = url;
            return this;
        }

        /** The options. */
        public ChannelOptions build() {
            return new ChannelOptions(this);
        }

        private static int atLeast(int least, int value, String name) {
            if (value < least) {
                throw new IllegalArgumentException(
                        name + " must be at least " + least + ": " + value);
            }
            return value;
        }
    }
}
