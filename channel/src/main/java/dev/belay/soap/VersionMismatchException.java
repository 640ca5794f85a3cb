package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import java.util.Objects;

/**
 * A document is an envelope of another SOAP version than expected. A service may answer with {@link
 * #reply}.
 */
public final class VersionMismatchException extends BelayException {
    private static final long serialVersionUID = 1L;

    /** The version expected. */
    private final EnvelopeVersion expected;

    VersionMismatchException(EnvelopeVersion expected, BelayException cause) {
        super(
                ErrorCode.INVALID_FORMAT,
                "the document is an envelope of another version than " + expected,
                Objects.requireNonNull(cause, "cause"));
        this.expected = expected;
    }

    /** The version that was expected. */
    public EnvelopeVersion expected() {
        return expected;
    }

    /** The fault to answer with, which in SOAP 1.2 says what is supported. */
    public Message reply(AddressingVersion addressing) {
        return NotUnderstood.versionMismatch(new MessageVersion(expected, addressing));
    }
}
