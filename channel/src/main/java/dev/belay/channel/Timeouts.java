package dev.belay.channel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/**
 * The time-outs of a channel, one immutable value. Null means no limit. They may be changed in any
 * state by {@link Channel#timeouts(Timeouts)}; what waits already keeps the limit it began with.
 *
 * <p>Begin with {@link #DEFAULT} or {@link #NONE} and change what matters. The value knows which
 * limits were given by a {@code with} method: where a channel is used by something else that has
 * its own defaults (a proxy, a host), these take the place of what was not given, and a limit that
 * was given always counts; see {@link #withDefaults}.
 */
public final class Timeouts {
    private static final Limit USUAL = new Limit(Duration.ofSeconds(30), false);
    private static final Limit UNLIMITED = new Limit(null, true);

    /** 30 seconds each; none counts as given. */
    public static final Timeouts DEFAULT = new Timeouts(USUAL, USUAL, USUAL, USUAL, USUAL, USUAL);

    /** No limit anywhere; all count as given. */
    public static final Timeouts NONE =
            new Timeouts(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);

    private record Limit(@Nullable Duration value, boolean given) {
        static Limit given(@Nullable Duration value, String name) {
            if (value != null && value.isNegative()) {
                throw new IllegalArgumentException(name + " time-out is negative: " + value);
            }
            return new Limit(value, true);
        }

        Limit or(Limit other) {
            return given ? this : new Limit(other.value, false);
        }

        @Override
        public String toString() {
            return value == null ? "none" : value.toString();
        }
    }

    private final Limit resolve;
    private final Limit connect;
    private final Limit send;
    private final Limit receiveResponse;
    private final Limit receive;
    private final Limit close;

    private Timeouts(
            Limit resolve,
            Limit connect,
            Limit send,
            Limit receiveResponse,
            Limit receive,
            Limit close) {
        this.resolve = resolve;
        this.connect = connect;
        this.send = send;
        this.receiveResponse = receiveResponse;
        this.receive = receive;
        this.close = close;
    }

    /** Finding the address of the host; before {@link #connect}, which begins after it. */
    public @Nullable Duration resolve() {
        return resolve.value;
    }

    /** Connecting to an address that was found, with the handshake of the framing. */
    public @Nullable Duration connect() {
        return connect.value;
    }

    /** Writing one message; on a session, how long the writer may be without progress. */
    public @Nullable Duration send() {
        return send.value;
    }

    /**
     * From the end of an HTTP request to the end of the response's headers; without meaning for
     * sessions.
     */
    public @Nullable Duration receiveResponse() {
        return receiveResponse.value;
    }

    /** Waiting for a message, and reading it. */
    public @Nullable Duration receive() {
        return receive.value;
    }

    /** Everything that a close does. */
    public @Nullable Duration close() {
        return close.value;
    }

    /** These with another limit for finding the address. */
    public Timeouts withResolve(@Nullable Duration limit) {
        Limit given = Limit.given(limit, "resolve");
        return new Timeouts(given, connect, send, receiveResponse, receive, close);
    }

    /** These with another limit for connecting. */
    public Timeouts withConnect(@Nullable Duration limit) {
        Limit given = Limit.given(limit, "connect");
        return new Timeouts(resolve, given, send, receiveResponse, receive, close);
    }

    /** These with another limit for writing a message. */
    public Timeouts withSend(@Nullable Duration limit) {
        Limit given = Limit.given(limit, "send");
        return new Timeouts(resolve, connect, given, receiveResponse, receive, close);
    }

    /** These with another limit for the headers of a response. */
    public Timeouts withReceiveResponse(@Nullable Duration limit) {
        Limit given = Limit.given(limit, "receive response");
        return new Timeouts(resolve, connect, send, given, receive, close);
    }

    /** These with another limit for receiving. */
    public Timeouts withReceive(@Nullable Duration limit) {
        Limit given = Limit.given(limit, "receive");
        return new Timeouts(resolve, connect, send, receiveResponse, given, close);
    }

    /** These with another limit for closing. */
    public Timeouts withClose(@Nullable Duration limit) {
        Limit given = Limit.given(limit, "close");
        return new Timeouts(resolve, connect, send, receiveResponse, receive, given);
    }

    /** These, but each limit that was not given here is that of the defaults. */
    public Timeouts withDefaults(Timeouts defaults) {
        return new Timeouts(
                resolve.or(defaults.resolve),
                connect.or(defaults.connect),
                send.or(defaults.send),
                receiveResponse.or(defaults.receiveResponse),
                receive.or(defaults.receive),
                close.or(defaults.close));
    }

    /** Equal if all limits are, and the same ones were given. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeouts that
                && resolve.equals(that.resolve)
                && connect.equals(that.connect)
                && send.equals(that.send)
                && receiveResponse.equals(that.receiveResponse)
                && receive.equals(that.receive)
                && close.equals(that.close);
    }

    @Override
    public int hashCode() {
        return Objects.hash(resolve, connect, send, receiveResponse, receive, close);
    }

    /** All limits. */
    @Override
    public String toString() {
        return "resolve "
                + resolve
                + ", connect "
                + connect
                + ", send "
                + send
                + (", receive response " + receiveResponse + ", receive " + receive)
                + (", close " + close);
    }
}
