package dev.belay.channel.transport;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * How sockets are set. Immutable.
 *
 * @param noDelay send small segments at once; on by default
 * @param keepAlive let the system probe idle connections
 * @param keepAliveTime idle time before the first probe; null leaves it to the system
 * @param keepAliveInterval time between probes; null leaves it to the system
 * @param ipVersion which versions of IP are used
 * @param backlog connections that the system holds until they are accepted; 0 for its own default
 */
public record TransportOptions(
        boolean noDelay,
        boolean keepAlive,
        @Nullable Duration keepAliveTime,
        @Nullable Duration keepAliveInterval,
        IpVersion ipVersion,
        int backlog) {
    /** No delay, no probes, any version of IP, the system's backlog. */
    public static final TransportOptions DEFAULT =
            new TransportOptions(true, false, null, null, IpVersion.AUTO, 0);

    /** Which versions of IP are used. */
    public enum IpVersion {
        /** Both. */
        AUTO,
        /** Version 4 only. */
        IPV4,
        /** Version 6 only. */
        IPV6
    }
}
