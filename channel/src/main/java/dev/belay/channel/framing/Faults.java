package dev.belay.channel.framing;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

/** What the fault records of a peer mean on this side. */
final class Faults {
    private Faults() {}

    /** The error that a fault record with this text stands for; not thrown. */
    static BelayException received(String text) {
        FramingFault fault = FramingFault.of(text);
        return fault == null
                ? new BelayException(
                        ErrorCode.INVALID_FORMAT,
                        "the peer answered with an unknown framing fault: " + text)
                : new BelayException(
                        fault.code(), "the peer answered with the framing fault " + fault);
    }

    /** The error that a broken rule stands for; not thrown. */
    static BelayException broken(FramingException violation) {
        return new BelayException(violation.code(), violation.text());
    }
}
