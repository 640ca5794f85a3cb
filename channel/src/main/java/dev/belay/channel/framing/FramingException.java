package dev.belay.channel.framing;

import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * A stream that breaks the rules of framing. Checked and without a stack trace, as it is what a
 * peer sent and never leaves this package: the driver that reads the stream answers with the fault
 * and tells its channel.
 */
final class FramingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable FramingFault answer;

    private FramingException(ErrorCode code, @Nullable FramingFault answer, String message) {
        super(message, null, false, false);
        this.code = code;
        this.answer = answer;
    }

    /** A violation for which no fault record exists: the receiver just closes. */
    static FramingException silent(String message) {
        return new FramingException(ErrorCode.INVALID_FORMAT, null, message);
    }

    /** A violation that a receiver answers with a fault record. */
    static FramingException answered(FramingFault answer, String message) {
        return new FramingException(answer.code(), answer, message);
    }

    /** What an initiator reports that got a fault record, or nothing at all. */
    static FramingException reported(ErrorCode code, String message) {
        return new FramingException(code, null, message);
    }

    ErrorCode code() {
        return code;
    }

    /** The fault record that a receiver sends before it closes, or null where it only closes. */
    @Nullable FramingFault answer() {
        return answer;
    }

    String text() {
        String message = getMessage();
        return message == null ? code.toString() : message;
    }
}
