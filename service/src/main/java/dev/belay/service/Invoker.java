package dev.belay.service;

/**
 * What a generated client calls: makes one call by its description. A proxy hands out invokers;
 * they may be used by any number of threads at once.
 *
 * <p>Both methods block until the call has its one outcome. Interrupting the calling thread
 * abandons the call ({@link dev.belay.error.ErrorCode#OPERATION_ABANDONED}, the interrupt flag
 * stays set). Time limits, abandon and abort are those of the {@link ServiceProxy} behind it.
 */
public interface Invoker {
    /**
     * Sends the input and waits for the reply.
     *
     * @throws dev.belay.soap.FaultException when the peer answered with a fault
     * @throws dev.belay.error.BelayException when the call failed, ran out of time, was abandoned
     *     or aborted
     */
    <I, O> O call(Operation<?, I, O> operation, I input);

    /**
     * Sends the input of a one-way operation. Returns when the transport has taken it: on a session
     * when it is sent, over HTTP when the empty answer has come.
     *
     * @throws dev.belay.error.BelayException when it could not be sent, ran out of time, was
     *     abandoned or aborted
     */
    <I> void send(Operation<?, I, ?> operation, I input);
}
