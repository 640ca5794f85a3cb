package dev.belay.service;

import dev.belay.cancel.Deadline;
import dev.belay.soap.MessageHeaders;

import org.jspecify.annotations.Nullable;

/**
 * One call on its way out, as a {@link CallInterceptor} sees it. Valid while the interceptor runs,
 * on its thread.
 */
public interface OutgoingCall {
    /** What is called. */
    Operation<?, ?, ?> operation();

    /** The input value. */
    @Nullable Object input();

    /** The headers of the request, which may be added to before the call goes on. */
    MessageHeaders headers();

    /** When the call as a whole runs out of time. */
    Deadline deadline();

    /** The group of the call, 0 for none. */
    int callId();
}
