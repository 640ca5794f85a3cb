package dev.belay.soap;

import dev.belay.error.BelayException;

import java.util.StringJoiner;

/** The words of faults that nobody else has found any for (WsCreateFaultFromError). */
final class FaultText {
    static final String GENERIC = "the message could not be processed";

    /** The deepest chain of causes that is told. */
    private static final int MAX_CAUSES = 8;

    private FaultText() {}

    static Fault of(Throwable error, FaultDisclosure disclosure) {
        if (!(error instanceof FaultException exception)) {
            return Fault.receiver(text(error, disclosure));
        }
        Fault fault = exception.fault();
        if (!fault.reasons().isEmpty()) {
            return fault;
        }
        Fault.Builder told = Fault.builder(fault.code());
        fault.codes().stream().skip(1).forEach(told::subcode);
        return told.reason(text(error, disclosure))
                .role(fault.role())
                .node(fault.node())
                .detail(fault.detail())
                .build();
    }

    private static String text(Throwable error, FaultDisclosure disclosure) {
        return switch (disclosure) {
            case MINIMAL -> GENERIC;
            case FULL -> all(error);
        };
    }

    private static String all(Throwable error) {
        var text = new StringJoiner(": ");
        Throwable each = error;
        for (int i = 0; each != null && i < MAX_CAUSES; i++) {
            String message = each.getMessage();
            text.add(message == null ? each.getClass().getSimpleName() : message);
            if (each instanceof BelayException failure) {
                failure.trail().forEach(text::add);
            }
            each = each.getCause();
        }
        return text.toString();
    }
}
