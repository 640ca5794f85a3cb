package dev.belay.service;

import org.jspecify.annotations.Nullable;

/**
 * Stands around each call of a proxy, on the calling thread: deadlines, tracing and extra headers
 * hang here.
 *
 * <p>Interceptors run in their order, the first one outermost. Each must call {@link
 * Chain#proceed()} at most once; not calling it answers the call without sending it. An exception
 * thrown here is the outcome of the call. Used by many threads at once.
 */
@FunctionalInterface
public interface CallInterceptor {
    /**
     * Goes around one call.
     *
     * @return the output of the call, null for a one-way operation
     */
    @Nullable Object intercept(OutgoingCall call, Chain chain);

    /** The rest of the way. */
    @FunctionalInterface
    interface Chain {
        /**
         * Goes on with the next interceptor, and at last makes the call. Blocks as the call does.
         */
        @Nullable Object proceed();
    }
}
