package dev.belay.service;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** An operation with its input, and the interceptors from one on around it. */
record OperationCall<C, I>(
        Operation<C, I, ?> operation,
        C service,
        I input,
        OperationContext context,
        List<OperationInterceptor> interceptors,
        int next)
        implements OperationInterceptor.Chain {

    /**
     * Runs the operation within the interceptors of its endpoint; the output, null for a one-way
     * operation.
     */
    @SuppressWarnings("unchecked") // an endpoint is built from a contract and a service of one type
    static <C, I> @Nullable Object invoke(
            Operation<C, I, ?> operation, Object service, I input, OperationContext context)
            throws Exception {
        List<OperationInterceptor> interceptors = context.endpoint().interceptors();
        if (interceptors.isEmpty()) {
            return operation.run((C) service, input);
        }
        return new OperationCall<>(operation, (C) service, input, context, interceptors, 0)
                .proceed();
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        if (next == interceptors.size()) {
            return operation.run(service, input);
        }
        OperationCall<C, I> rest =
                new OperationCall<>(operation, service, input, context, interceptors, next + 1);
        return interceptors.get(next).intercept(context, rest);
    }
}
