package dev.belay.service;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Fault;
import dev.belay.soap.FaultDisclosure;
import dev.belay.soap.FaultException;
import dev.belay.soap.Message;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.util.StringJoiner;

/**
 * Makes the faults that a host answers with, saying as much as its disclosure allows. Immutable,
 * for any number of threads.
 */
final class FaultMaker {
    private static final System.Logger LOG = System.getLogger(FaultMaker.class.getName());
    private static final String DISPATCHER =
            "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";
    private static final XmlName DESERIALIZATION_FAILED =
            XmlName.of(DISPATCHER, "DeserializationFailed");
    private static final XmlName INTERNAL_SERVICE_FAULT =
            XmlName.of(DISPATCHER, "InternalServiceFault");

    /** The deepest chain of causes that is told. */
    private static final int MAX_CAUSES = 8;

    private final FaultDisclosure disclosure;

    FaultMaker(FaultDisclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** The body of a request, or a header, does not fit its description. */
    Fault ofInput(BelayException e) {
        return Fault.builder(Fault.SENDER, DESERIALIZATION_FAILED)
                .reason(text(e, "the request could not be read"))
                .build();
    }

    /** The reply could not be written. */
    Message ofOutput(Message request, BelayException e) {
        String reason =
                e.code() == ErrorCode.QUOTA_EXCEEDED
                        ? "the reply exceeds a limit of the service"
                        : "the reply could not be written";
        return internal(request, text(e, reason));
    }

    /** The operation, or an interceptor around it, threw. */
    Message reply(Message request, Operation<?, ?, ?> operation, Exception e) {
        if (e instanceof FaultException fault) {
            return request.replyFault(fault.fault(), fault.action());
        }
        LOG.log(Level.WARNING, "the operation " + operation.name() + " failed", e);
        return internal(request, text(e, "the service could not process the request"));
    }

    private static Message internal(Message request, String reason) {
        Fault fault = Fault.builder(Fault.RECEIVER, INTERNAL_SERVICE_FAULT).reason(reason).build();
        return request.replyFault(fault, DISPATCHER + "/fault");
    }

    private String text(Exception e, String generic) {
        return switch (disclosure) {
            case MINIMAL -> generic;
            case FULL -> full(e);
        };
    }

    private static String full(Exception e) {
        StringJoiner text = new StringJoiner(": ");
        Throwable each = e;
        for (int i = 0; each != null && i < MAX_CAUSES; i++) {
            text.add(line(each));
            each = each.getCause();
        }
        return text.toString();
    }

    private static String line(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
