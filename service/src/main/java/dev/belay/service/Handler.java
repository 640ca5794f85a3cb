package dev.belay.service;

/**
 * Runs one operation of a service: takes the decoded input and gives the output that is written as
 * the reply.
 *
 * <p>Called on a thread of the host's executor, within the {@link OperationContext} of the
 * operation. It may block. What it throws becomes a fault: a {@link dev.belay.soap.FaultException}
 * as it is, anything else as the host's fault disclosure allows.
 *
 * @param <C> the contract interface
 * @param <I> the input value
 * @param <O> the output value
 */
@FunctionalInterface
public interface Handler<C, I, O> {
    /** Runs the operation on the service object. */
    O handle(C service, I input) throws Exception;
}
