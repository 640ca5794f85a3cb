package dev.belay.channel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

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

    private ListenerOptions(Builder builder) {
        channels = builder.channels;
        connectTimeout = builder.connectTimeout;
        closeTimeout = builder.closeTimeout;
        maxUnaccepted = builder.maxUnaccepted;
        disallowedUserAgents = builder.disallowedUserAgents;
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

    /** Parts of HTTP User-Agent headers whose requests are refused; default "Mozilla". */
    public List<String> disallowedUserAgents() {
        return disallowedUserAgents;
    }

    /** Collects options. One thread. */
    public static final class Builder {
        private ChannelOptions channels = ChannelOptions.DEFAULT;
        private @Nullable Duration connectTimeout = Duration.ofSeconds(15);
        private @Nullable Duration closeTimeout = Duration.ofSeconds(5);
        private int maxUnaccepted = 16;
        private List<String> disallowedUserAgents = List.of("Mozilla");

        private Builder() {}

        private Builder(ListenerOptions from) {
            channels = from.channels;
            connectTimeout = from.connectTimeout;
            closeTimeout = from.closeTimeout;
            maxUnaccepted = from.maxUnaccepted;
            disallowedUserAgents = from.disallowedUserAgents;
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

        /** The options. */
        public ListenerOptions build() {
            return new ListenerOptions(this);
        }
    }
}
