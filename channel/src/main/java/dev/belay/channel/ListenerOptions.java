package dev.belay.channel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Limits and settings of a listener; immutable, with the defaults of WWSAPI unless it says
 * otherwise.
 */
public final class ListenerOptions {
    /** Every option at its default. */
    public static final ListenerOptions DEFAULT = builder().build();

    private final ChannelOptions channels;
    private final @Nullable Duration connectTimeout;
    private final @Nullable Duration closeTimeout;
    private final int maxUnaccepted;
    private final List<String> disallowedUserAgents;
    private final @Nullable Duration idleTimeout;
    private final @Nullable Duration progressTimeout;
    private final int maxConnections;
    private final int maxHttpRequestHeadersSize;
    private final Set<UrlMatch> toHeaderMatching;

    private ListenerOptions(Builder builder) {
        channels = builder.channels;
        connectTimeout = builder.connectTimeout;
        closeTimeout = builder.closeTimeout;
        maxUnaccepted = builder.maxUnaccepted;
        disallowedUserAgents = builder.disallowedUserAgents;
        idleTimeout = builder.idleTimeout;
        progressTimeout = builder.progressTimeout;
        maxConnections = builder.maxConnections;
        maxHttpRequestHeadersSize = builder.maxHttpRequestHeadersSize;
        toHeaderMatching = builder.toHeaderMatching;
    }

    /** Begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins with these. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Options of the channels that it accepts; their socket options and backlog are those of the
     * listening socket too.
     */
    public ChannelOptions channels() {
        return channels;
    }

    /**
     * How long the handshake of an incoming connection may take; default 15 s; null for no limit.
     */
    public @Nullable Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long a close may take in all; default 5 s; null for no limit. */
    public @Nullable Duration closeTimeout() {
        return closeTimeout;
    }

    /**
     * Channels that are ready and wait for an accept; more connections wait in the system's
     * backlog; default 16.
     */
    public int maxUnaccepted() {
        return maxUnaccepted;
    }

    /**
     * Parts of HTTP User-Agent headers whose requests are refused; default "Mozilla". HTTP only;
     * nothing else has such headers.
     */
    public List<String> disallowedUserAgents() {
        return disallowedUserAgents;
    }

    /**
     * How long a connection may stay open between two requests of HTTP, or between two sessions of
     * net.tcp, one after the other on one connection; default 2 minutes; null for no limit. How
     * long a session may be idle is another thing: {@link Timeouts#receive} of its channel.
     */
    public @Nullable Duration idleTimeout() {
        return idleTimeout;
    }

    /**
     * How long each 64 KiB of an HTTP request's body, and of an answer, may take; default 30 s;
     * null for no limit. HTTP only; on a session {@link Timeouts#send} and {@link Timeouts#receive}
     * of its channel limit progress.
     */
    public @Nullable Duration progressTimeout() {
        return progressTimeout;
    }

    /**
     * HTTP connections of one port, listeners that share it together; over it the one that is idle
     * longest is closed, or else accepting pauses; default 10000. HTTP only: a listener for
     * sessions refuses another value than the default, for it could not keep it.
     */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * Octets of the head of an HTTP request; default 65536. HTTP only; without meaning elsewhere.
     */
    public int maxHttpRequestHeadersSize() {
        return maxHttpRequestHeadersSize;
    }

    /**
     * Which parts of the URL in the To header of a request must be those of the listener; a host
     * answers others with the fault DestinationUnreachable. Default {@link UrlMatch#DEFAULT}. A
     * host behind something that gives it another name or port takes out what differs. A message
     * without the header, or with the anonymous address, goes to whoever it came to.
     */
    public Set<UrlMatch> toHeaderMatching() {
        return toHeaderMatching;
    }

    /** Collects options. One thread. */
    public static final class Builder {
        private ChannelOptions channels = ChannelOptions.DEFAULT;
        private @Nullable Duration connectTimeout = Duration.ofSeconds(15);
        private @Nullable Duration closeTimeout = Duration.ofSeconds(5);
        private int maxUnaccepted = 16;
        private List<String> disallowedUserAgents = List.of("Mozilla");
        private @Nullable Duration idleTimeout = Duration.ofMinutes(2);
        private @Nullable Duration progressTimeout = Duration.ofSeconds(30);
        private int maxConnections = 10_000;
        private int maxHttpRequestHeadersSize = 65_536;
        private Set<UrlMatch> toHeaderMatching = UrlMatch.DEFAULT;

        private Builder() {}

        private Builder(ListenerOptions from) {
            channels = from.channels;
            connectTimeout = from.connectTimeout;
            closeTimeout = from.closeTimeout;
            maxUnaccepted = from.maxUnaccepted;
            disallowedUserAgents = from.disallowedUserAgents;
            idleTimeout = from.idleTimeout;
            progressTimeout = from.progressTimeout;
            maxConnections = from.maxConnections;
            maxHttpRequestHeadersSize = from.maxHttpRequestHeadersSize;
            toHeaderMatching = from.toHeaderMatching;
        }

        /** See {@link ListenerOptions#channels()}. */
        public Builder channels(ChannelOptions value) {
            channels = value;
            return this;
        }

        /** See {@link ListenerOptions#connectTimeout()}. */
        public Builder connectTimeout(@Nullable Duration limit) {
            connectTimeout = limit;
            return this;
        }

        /** See {@link ListenerOptions#closeTimeout()}. */
        public Builder closeTimeout(@Nullable Duration limit) {
            closeTimeout = limit;
            return this;
        }

        /** See {@link ListenerOptions#maxUnaccepted()}; at least 1. */
        public Builder maxUnaccepted(int channelCount) {
            if (channelCount < 1) {
                throw new IllegalArgumentException(
                        "maxUnaccepted must be at least 1: " + channelCount);
            }
            maxUnaccepted = channelCount;
            return this;
        }

        /** See {@link ListenerOptions#disallowedUserAgents()}. */
        public Builder disallowedUserAgents(List<String> parts) {
            disallowedUserAgents = List.copyOf(parts);
            return this;
        }

        /** See {@link ListenerOptions#idleTimeout()}. */
        public Builder idleTimeout(@Nullable Duration limit) {
            idleTimeout = limit;
            return this;
        }

        /** See {@link ListenerOptions#progressTimeout()}. */
        public Builder progressTimeout(@Nullable Duration limit) {
            progressTimeout = limit;
            return this;
        }

        /** See {@link ListenerOptions#maxConnections()}; at least 1. */
        public Builder maxConnections(int connectionCount) {
            if (connectionCount < 1) {
                throw new IllegalArgumentException(
                        "maxConnections must be at least 1: " + connectionCount);
            }
            maxConnections = connectionCount;
            return this;
        }

        /** See {@link ListenerOptions#maxHttpRequestHeadersSize()}; at least 1024. */
        public Builder maxHttpRequestHeadersSize(int octets) {
            if (octets < 1024) {
                throw new IllegalArgumentException(
                        "maxHttpRequestHeadersSize must be at least 1024: " + octets);
            }
            maxHttpRequestHeadersSize = octets;
            return this;
        }

        /**
         * See {@link ListenerOptions#toHeaderMatching()}.
         *
         * @throws IllegalArgumentException for both EXACT_PATH and PREFIX_PATH
         */
        public Builder toHeaderMatching(Set<UrlMatch> parts) {
            if (parts.contains(UrlMatch.EXACT_PATH) && parts.contains(UrlMatch.PREFIX_PATH)) {
                throw new IllegalArgumentException(
                        "toHeaderMatching has both EXACT_PATH and PREFIX_PATH");
            }
            toHeaderMatching = Set.copyOf(parts);
            return this;
        }

        /** The options. */
        public ListenerOptions build() {
            return new ListenerOptions(this);
        }
    }
}
