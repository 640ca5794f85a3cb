package dev.belay.cancel;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * Why something ended without a result. A failure is shared by all who wait for it; each of them
 * throws an exception of its own, made by {@link #toException()}, whose cause is the first failure.
 *
 * <p>Any thread.
 *
 * @param code what kind of end it is
 * @param message what happened, with names and numbers
 * @param cause the throwable that was first, if there was one; read by many threads, never thrown
 *     again
 */
public record Failure(ErrorCode code, String message, @Nullable Throwable cause) {
    private static final int MAX_SUPPRESSED = 8;

    /** A failure without an earlier throwable. */
    public static Failure of(ErrorCode code, String message) {
        return new Failure(code, message, null);
    }

    /** The failure that a throwable means: its own code if it has one, else the given one. */
    public static Failure of(Throwable cause, ErrorCode otherwise, String message) {
        ErrorCode code = cause instanceof BelayException known ? known.code() : otherwise;
        String text = cause.getMessage();
        return new Failure(code, text == null ? message : message + ": " + text, cause);
    }

    /** A new exception for the calling thread. */
    public BelayException toException() {
        return cause == null
                ? new BelayException(code, message)
                : new BelayException(code, message, cause);
    }

    /**
     * This failure as the reason that stays with an object: it has a cause, so that the stack of
     * whoever ended the object is kept and later failures can be added to it.
     */
    public Failure rooted() {
        return cause == null ? new Failure(code, message, new BelayException(code, message)) : this;
    }

    /** The failure of an operation on an object that this failure ended. */
    public Failure as(ErrorCode newCode, String newMessage) {
        return new Failure(newCode, newMessage, cause == null ? toException() : cause);
    }

    /**
     * Adds a failure that came later to the cause of this one, which stays the first; a bounded
     * number is kept.
     */
    @SuppressWarnings("ReferenceEquality") // A throwable cannot be suppressed by itself.
    public void suppress(Failure later) {
        if (cause == null) {
            return;
        }
        Throwable other = later.cause == null ? later.toException() : later.cause;
        if (other != cause && cause.getSuppressed().length < MAX_SUPPRESSED) {
            cause.addSuppressed(other);
        }
    }
}
