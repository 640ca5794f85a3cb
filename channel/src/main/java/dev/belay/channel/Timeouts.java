package dev.belay.channel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * The time-outs of a channel, one immutable value. Null means no limit. They may be changed in any
 * state by {@link Channel#timeouts(Timeouts)}; what waits already keeps the limit it began with.
 *
 * @param resolve finding the address of the host
 * @param connect connecting, with the handshake of the framing
 * @param send writing one message; on a session, how long the writer may be without progress
 * @param receiveResponse from the end of an HTTP request to the end of the response's headers
 * @param receive waiting for a message, and reading it
 * @param close everything that a close does
 */
public record Timeouts(
        @Nullable Duration resolve,
        @Nullable Duration connect,
        @Nullable Duration send,
        @Nullable Duration receiveResponse,
        @Nullable Duration receive,
        @Nullable Duration close) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    /** Resolving without limit, everything else 30 seconds. */
    public static final Timeouts DEFAULT = new Timeouts(null, USUAL, USUAL, USUAL, USUAL, USUAL);

    /** No limit anywhere. */
    public static final Timeouts NONE = new Timeouts(null, null, null, null, null, null);

    /** Checks that no limit is negative. */
    public Timeouts {
        check(resolve, "resolve");
        check(connect, "connect");
        check(send, "send");
        check(receiveResponse, "receive response");
        check(receive, "receive");
        check(close, "close");
    }

    private static void check(@Nullable Duration limit, String name) {
        if (limit != null && limit.isNegative()) {
            throw new IllegalArgumentException(name + " time-out is negative: " + limit);
        }
    }

    /** These with another limit for finding the address. */
    public Timeouts withResolve(@Nullable Duration limit) {
        return new Timeouts(limit, connect, send, receiveResponse, receive, close);
    }

    /** These with another limit for connecting. */
    public Timeouts withConnect(@Nullable Duration limit) {
        return new Timeouts(resolve, limit, send, receiveResponse, receive, close);
    }

    /** These with another limit for writing a message. */
    public Timeouts withSend(@Nullable Duration limit) {
        return new Timeouts(resolve, connect, limit, receiveResponse, receive, close);
    }

    /** These with another limit for the headers of a response. */
    public Timeouts withReceiveResponse(@Nullable Duration limit) {
        return new Timeouts(resolve, connect, send, limit, receive, close);
    }

    /** These with another limit for receiving. */
    public Timeouts withReceive(@Nullable Duration limit) {
        return new Timeouts(resolve, connect, send, receiveResponse, limit, close);
    }

    /** These with another limit for closing. */
    public Timeouts withClose(@Nullable Duration limit) {
        return new Timeouts(resolve, connect, send, receiveResponse, receive, limit);
    }
}
