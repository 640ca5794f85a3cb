package dev.belay.service;

/**
 * Runs one one-way operation of a service. Nothing is answered, so what it throws is only logged.
 *
 * <p>Called on a thread of the host's executor, within the {@link OperationContext} of the
 * operation. It may block.
 *
 * @param <C> the contract interface
 * @param <I> the input value
 */
@FunctionalInterface
public interface OneWayHandler<C, I> {
    /** Runs the operation on the service object. */
    void handle(C service, I input) throws Exception;
}
