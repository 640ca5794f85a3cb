package dev.belay.service;

import dev.belay.soap.MessageHeaders;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One option of the calls of a contract view, see {@link ServiceProxy#with}. Made to be imported
 * statically: {@code proxy.with(timeout(ofSeconds(2)), callId(5)).add(1, 2)}. Immutable.
 */
public final class CallOption {
    private final Consumer<CallSettings.Draft> change;

    private CallOption(Consumer<CallSettings.Draft> change) {
        this.change = change;
    }

    void apply(CallSettings.Draft draft) {
        change.accept(draft);
    }

    /** Limits each call as a whole, in place of the proxy's limit. Null: no limit. */
    public static CallOption timeout(@Nullable Duration limit) {
        if (limit != null && (limit.isNegative() || limit.isZero())) {
            throw new IllegalArgumentException("timeout must be positive but is " + limit);
        }
        return new CallOption(d -> d.timeout = limit);
    }

    /**
     * Puts the calls into a group that {@link ServiceProxy#abandon} ends together. Several calls
     * may share an id; 0 is no group.
     */
    public static CallOption callId(int id) {
        return new CallOption(d -> d.callId = id);
    }

    /**
     * Whether a reply with a header that must be understood, but was read by nobody, is an error.
     * True unless set.
     */
    public static CallOption checkMustUnderstand(boolean check) {
        return new CallOption(d -> d.checkMustUnderstand = check);
    }

    /**
     * Adds headers to each request, after the standard ones (WWSAPI,
     * WS_CALL_PROPERTY_SEND_MESSAGE_CONTEXT). Runs on the calling thread before the message is
     * encoded.
     */
    public static CallOption requestHeaders(Consumer<MessageHeaders> headers) {
        Objects.requireNonNull(headers, "headers");
        return new CallOption(d -> d.requestHeaders = d.requestHeaders.andThen(headers));
    }

    /**
     * Shows the headers of each reply, before they are checked for must-understand and before the
     * body is decoded (WWSAPI, WS_CALL_PROPERTY_RECEIVE_MESSAGE_CONTEXT). Runs on the calling
     * thread.
     */
    public static CallOption replyHeaders(Consumer<MessageHeaders> headers) {
        Objects.requireNonNull(headers, "headers");
        return new CallOption(d -> d.replyHeaders = d.replyHeaders.andThen(headers));
    }
}
