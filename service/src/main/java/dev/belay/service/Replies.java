package dev.belay.service;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Fault;
import dev.belay.soap.Message;
import dev.belay.soap.MessageHeaders;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Turns what came back into the outcome of a call. */
final class Replies {
    private Replies() {}

    /**
     * The output that the reply carries.
     *
     * @throws dev.belay.soap.FaultException when it is a fault
     * @throws BelayException INVALID_FORMAT when it is not the reply that the operation has
     */
    static <O> O decode(
            Operation<?, ?, O> operation, @Nullable Message reply, CallSettings settings) {
        MessageType<O> output = operation.output();
        if (reply == null || output == null) {
            throw new BelayException(
                    ErrorCode.INVALID_FORMAT, "the peer gave no reply to " + operation.name());
        }
        MessageHeaders headers = reply.headers();
        settings.replyHeaders().accept(headers);
        throwIfFault(operation, reply);
        checkAddressing(operation, headers);
        O value = output.read(reply);
        if (settings.checkMustUnderstand()) {
            checkUnderstood(headers);
        }
        return value;
    }

    /** Throws the fault that the message may be. */
    static void throwIfFault(Operation<?, ?, ?> operation, Message reply) {
        if (reply.isFault()) {
            throw reply.faultException(operation.faults());
        }
    }

    private static void checkAddressing(Operation<?, ?, ?> operation, MessageHeaders headers) {
        if (!headers.version().addressing().hasHeaders()) {
            return;
        }
        Fault wrong = headers.addressingFault();
        if (wrong != null) {
            throw new BelayException(ErrorCode.INVALID_FORMAT, "in the reply " + wrong.reason());
        }
        String action = headers.action();
        if (!String.valueOf(operation.replyAction()).equals(action)) {
            throw new BelayException(
                    ErrorCode.INVALID_FORMAT,
                    "expected a reply with action "
                            + operation.replyAction()
                            + " but its action is "
                            + action);
        }
    }

    private static void checkUnderstood(MessageHeaders headers) {
        List<XmlName> names = headers.notUnderstood();
        if (!names.isEmpty()) {
            throw new BelayException(
                    ErrorCode.INVALID_FORMAT, "headers of the reply were not understood: " + names);
        }
    }
}
