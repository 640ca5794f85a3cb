package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The peer's own answer: a fault. Faults that a contract declares are subclasses which carry a
 * record; a service throws them, or this one, to send a fault.
 *
 * <p>The code is ENDPOINT_FAULT_RECEIVED, or what a fault means that every peer knows, such as
 * ENDPOINT_ACTION_NOT_SUPPORTED.
 */
public class FaultException extends BelayException {
    private static final long serialVersionUID = 1L;

    /** What the peer said. Not serialized. */
    private final transient Fault fault;

    /** The action of the message that carried it. */
    private final @Nullable String action;

    /** A fault with the action of its message; null for the usual one. */
    public FaultException(Fault fault, @Nullable String action) {
        super(FaultCodes.errorCode(fault), message(fault));
        this.fault = Objects.requireNonNull(fault, "fault");
        this.action = action;
    }

    /** A fault under another code, for those who know better what it means. */
    public FaultException(ErrorCode code, Fault fault, @Nullable String action) {
        super(code, message(fault));
        this.fault = Objects.requireNonNull(fault, "fault");
        this.action = action;
    }

    private static String message(Fault fault) {
        return fault.reason().isEmpty() ? "fault " + fault.codes() : fault.reason();
    }

    /** The fault. */
    public final Fault fault() {
        return fault;
    }

    /**
     * The action of the message that carries it, or null if that is not known or shall be the usual
     * one.
     */
    public final @Nullable String action() {
        return action;
    }
}
