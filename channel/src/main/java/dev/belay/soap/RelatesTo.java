package dev.belay.soap;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * How a message relates to another one.
 *
 * @param messageId the id of the other message
 * @param relationship what kind of relation; null means that this is the reply
 */
public record RelatesTo(String messageId, @Nullable String relationship) {
    /** The id may not be null. */
    public RelatesTo {
        Objects.requireNonNull(messageId, "messageId");
    }

    /** Whether the message is the reply to the other one. */
    public boolean isReply() {
        return relationship == null;
    }
}
