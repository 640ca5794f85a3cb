package dev.belay.service;

import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

/**
 * Takes the messages whose action is not in the contract (WWSAPI,
 * WS_SERVICE_MESSAGE_RECEIVE_CALLBACK). Called on a thread of the host's executor; it may block. An
 * exception from it aborts the channel, unless it is a {@link dev.belay.soap.FaultException}, which
 * is sent.
 */
@FunctionalInterface
public interface MessageHandler {
    /**
     * Serves one message, whose headers have been read and whose body has not.
     *
     * @return the reply, made by {@link Message#reply} of the request, or null for none
     */
    @Nullable Message handle(OperationContext context, Message request) throws Exception;
}
