package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

/**
 * How a close ended. The object is closed in every case; this only tells how politely.
 *
 * @param kind in what way
 * @param cause what prevented a graceful end, or null
 */
public record CloseOutcome(Kind kind, @Nullable Failure cause) {
    /** The ways in which a close ends. */
    public enum Kind {
        /** Everything that had begun was finished, and the peer was told. */
        GRACEFUL,
        /** The close's own deadline passed; it aborted the object. */
        TIMED_OUT,
        /**
         * Somebody aborted the object before or during the close, or the closing thread was
         * interrupted.
         */
        ABORTED,
        /** The peer or the transport was gone, or had been broken before. */
        DISCONNECTED
    }

    /** The outcome of a close that had nothing to tell anybody, or that told it. */
    public static final CloseOutcome GRACEFUL = new CloseOutcome(Kind.GRACEFUL, null);
}
