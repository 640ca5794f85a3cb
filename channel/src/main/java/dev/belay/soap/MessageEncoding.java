package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * How messages become octets and back, each for itself. What needs a session is {@link
 * BinarySessionEncoder} and {@link BinarySessionDecoder}. Immutable, for any number of threads; the
 * message belongs to the calling one. Nothing blocks.
 */
public abstract class MessageEncoding {
    /** The most headers of a received message unless said otherwise. */
    public static final int DEFAULT_MAX_HEADERS = 64;

    private final MessageVersion version;
    private final int maxHeaders;

    MessageEncoding(MessageVersion version, int maxHeaders) {
        this.version = Objects.requireNonNull(version, "version");
        this.maxHeaders = maxHeaders;
        if (maxHeaders < 1) {
            throw new IllegalArgumentException("maxHeaders must be at least 1: " + maxHeaders);
        }
    }

    /** Text XML in UTF-8. */
    public static MessageEncoding text(MessageVersion version) {
        return new TextEncoding(version, DEFAULT_MAX_HEADERS);
    }

    /** Binary XML, {@code application/soap+msbin1}. */
    public static MessageEncoding binary(MessageVersion version) {
        return new BinaryEncoding(version, DEFAULT_MAX_HEADERS);
    }

    /** This encoding with another limit on headers of received messages. */
    public abstract MessageEncoding withMaxHeaders(int limit);

    /** The versions of envelope and addressing. */
    public final MessageVersion version() {
        return version;
    }

    /** The most headers of a received message. */
    public final int maxHeaders() {
        return maxHeaders;
    }

    /** The media type without parameters. */
    public abstract String mediaType();

    /**
     * The value of the Content-Type header of a message.
     *
     * @param action the action of a request; null for replies, which do not say it
     */
    public abstract String contentType(@Nullable String action);

    /**
     * Whether messages of this content type can be decoded: the media type is right and so is the
     * charset.
     */
    public abstract boolean accepts(ContentType type);

    /**
     * Writes the message behind what the output holds. The message is then done, also if this
     * fails.
     *
     * @throws BelayException QUOTA_EXCEEDED if the output has no room; INVALID_FORMAT for text that
     *     XML cannot hold
     * @throws IllegalStateException if the message is not INITIALIZED
     * @throws IllegalArgumentException if it is of another version
     */
    public final void encode(Message message, XmlOutput out) {
        check(message);
        message.beginWriting();
        try {
            XmlWriter writer = writer(out);
            message.writeTo(writer);
            writer.flush();
        } finally {
            message.endWriting();
        }
    }

    /** The message as octets. As {@link #encode(Message, XmlOutput)}, without a limit on size. */
    public final byte[] encode(Message message) {
        var out = new XmlOutput();
        encode(message, out);
        return out.toByteArray();
    }

    /**
     * Reads a message's headers. The octets belong to the message from then on and must not change.
     *
     * @throws BelayException INVALID_FORMAT if it is no envelope, {@link VersionMismatchException}
     *     if it is one of another version, QUOTA_EXCEEDED for too many headers
     */
    public final Message decode(byte[] octets, int offset, int length, XmlQuotas quotas) {
        return Message.read(reader(octets, offset, length, quotas), version, maxHeaders, length);
    }

    abstract XmlWriter writer(XmlOutput out);

    abstract XmlReader reader(byte[] octets, int offset, int length, XmlQuotas quotas);

    private void check(Message message) {
        if (!message.version().equals(version)) {
            throw new IllegalArgumentException(
                    "message is of version " + message.version() + ", the encoding of " + version);
        }
    }

    @Override
    public String toString() {
        return mediaType() + " " + version;
    }
}
