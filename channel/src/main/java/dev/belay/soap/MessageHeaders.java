package dev.belay.soap;

import org.jspecify.annotations.Nullable;

/** Headers of a message. One thread at a time. */
public final class MessageHeaders {
    private @Nullable String messageId;
    private @Nullable String relatesTo;

    /** MessageID, or null. */
    public @Nullable String messageId() {
        return messageId;
    }

    /** Sets MessageID. */
    public void messageId(@Nullable String value) {
        messageId = value;
    }

    /** RelatesTo, or null. */
    public @Nullable String relatesTo() {
        return relatesTo;
    }

    /** Sets RelatesTo. */
    public void relatesTo(@Nullable String value) {
        relatesTo = value;
    }
}
