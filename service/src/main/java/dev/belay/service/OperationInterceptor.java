package dev.belay.service;

import org.jspecify.annotations.Nullable;

/**
 * Stands around each operation of an endpoint, on the thread of the operation and within its {@link
 * OperationContext}, after the input was decoded and before the output is encoded.
 *
 * <p>Interceptors run in their order, the first one outermost. Each must call {@link
 * Chain#proceed()} at most once; not calling it answers the request without running the operation.
 * What it throws is treated like an exception of the operation. Used by many threads at once.
 */
@FunctionalInterface
public interface OperationInterceptor {
    /**
     * Goes around one operation.
     *
     * @return the output, null for a one-way operation
     */
    @Nullable Object intercept(OperationContext context, Chain chain) throws Exception;

    /** The rest of the way. */
    @FunctionalInterface
    interface Chain {
        /** Goes on with the next interceptor, and at last runs the operation. */
        @Nullable Object proceed() throws Exception;
    }
}
