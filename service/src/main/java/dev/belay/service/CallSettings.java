package dev.belay.service;

import dev.belay.soap.MessageHeaders;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Consumer;

/** The options of the calls of one contract view, put together. */
record CallSettings(
        @Nullable Duration timeout,
        int callId,
        boolean checkMustUnderstand,
        Consumer<MessageHeaders> requestHeaders,
        Consumer<MessageHeaders> replyHeaders,
        @Nullable CallScope scope) {

    static final Consumer<MessageHeaders> NONE = headers -> {};

    static CallSettings of(ProxyOptions options) {
        return new CallSettings(options.callTimeout(), 0, true, NONE, NONE, null);
    }

    CallSettings with(CallOption... options) {
        Draft draft = new Draft(this);
        for (CallOption option : options) {
            option.apply(draft);
        }
        return new CallSettings(
                draft.timeout,
                draft.callId,
                draft.checkMustUnderstand,
                draft.requestHeaders,
                draft.replyHeaders,
                scope);
    }

    CallSettings within(CallScope newScope) {
        return new CallSettings(
                timeout, callId, checkMustUnderstand, requestHeaders, replyHeaders, newScope);
    }

    /** The options while they are put together. */
    static final class Draft {
        @Nullable Duration timeout;
        int callId;
        boolean checkMustUnderstand;
        Consumer<MessageHeaders> requestHeaders;
        Consumer<MessageHeaders> replyHeaders;

        private Draft(CallSettings from) {
            timeout = from.timeout;
            callId = from.callId;
            checkMustUnderstand = from.checkMustUnderstand;
            requestHeaders = from.requestHeaders;
            replyHeaders = from.replyHeaders;
        }
    }
}
