package dev.belay.channel.framing;

import dev.belay.cancel.Pending;
import dev.belay.channel.spi.SessionWriter;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

/** Messages to octets and back for one session. Nothing here waits. */
interface SessionCodec {
    /**
     * Encodes a message and adds its frame to the writer, in the order that the encoding needs. Any
     * number of threads at once.
     *
     * @throws dev.belay.error.BelayException the message cannot be encoded or is too large; nothing
     *     was added
     */
    void send(Message message, @Nullable Pending<@Nullable Void> written, SessionWriter writer);

    /**
     * Decodes the headers of a message. One thread, in the order in which the messages came.
     *
     * @throws dev.belay.error.BelayException the session cannot go on
     */
    Message decode(byte[] octets);
}
