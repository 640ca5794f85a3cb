package dev.belay.channel.http;

import dev.belay.channel.Binding;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.ContentType;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.Message;
import dev.belay.soap.MessageEncoding;
import dev.belay.soap.TransportInfo;
import dev.belay.soap.VersionMismatchException;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlQuotas;

import org.jspecify.annotations.Nullable;

/**
 * Messages of one binding as HTTP carries them: the envelope is the body, its type and the action
 * are headers. Immutable; any thread; the octets of one message belong to the calling thread.
 */
final class HttpCodec {
    private final MessageEncoding encoding;
    private final AddressingVersion addressing;
    private final boolean soapActionHeader;
    private final int maxOctets;

    HttpCodec(Binding binding, int maxOctets) {
        this.encoding =
                switch (binding.encoding()) {
                    case TEXT_UTF8 -> MessageEncoding.text(binding.version());
                    case BINARY -> MessageEncoding.binary(binding.version());
                    case BINARY_SESSION, MTOM ->
                            throw new IllegalArgumentException(
                                    "HTTP does not carry the encoding " + binding.encoding());
                };
        this.addressing = binding.version().addressing();
        this.soapActionHeader = binding.version().envelope() == EnvelopeVersion.SOAP_1_1;
        this.maxOctets = maxOctets;
    }

    /** The most octets of an envelope, both directions. */
    int maxOctets() {
        return maxOctets;
    }

    /** The media type, for errors. */
    String mediaType() {
        return encoding.mediaType();
    }

    /**
     * Encodes a message.
     *
     * @throws BelayException QUOTA_EXCEEDED over the size limit
     */
    Octets encode(Message message) {
        XmlOutput out = new XmlOutput(maxOctets);
        encoding.encode(message, out);
        return new Octets(out.array(), out.size());
    }

    /**
     * The headers that tell type and, where the envelope's version has it so, the action of a
     * request.
     */
    void writeRequestHeaders(HeadWriter head, @Nullable String action) {
        String plain = action == null ? null : HttpAction.escape(action);
        head.header("Content-Type", encoding.contentType(soapActionHeader ? null : plain));
        if (soapActionHeader) {
            head.header("SOAPAction", HttpAction.quoted(plain));
        }
    }

    /** The type of replies. */
    String replyType() {
        return encoding.contentType(null);
    }

    /**
     * The type, if messages of it can be decoded; null if not, also if it is missing or malformed.
     */
    @Nullable ContentType accepted(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            ContentType type = ContentType.parse(header);
            return encoding.accepts(type) ? type : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The action that the transport says of a request: SOAPAction, or the parameter of the type.
     */
    @Nullable String action(ContentType type, @Nullable String soapAction) {
        return soapActionHeader ? HttpAction.parse(soapAction) : type.action();
    }

    /** The answer to a request whose envelope is of another version. */
    ServerAnswer answer(VersionMismatchException mismatch) {
        return ServerAnswer.of(500, replyType(), encode(mismatch.reply(addressing)));
    }

    /**
     * Reads the headers of an envelope.
     *
     * @throws BelayException INVALID_FORMAT or QUOTA_EXCEEDED
     */
    Message decode(Octets body, TransportInfo info) {
        if (body.length() == 0) {
            throw new BelayException(
                    ErrorCode.INVALID_FORMAT, "the body is empty, expected an envelope");
        }
        return encoding.decode(body.array(), 0, body.length(), XmlQuotas.DEFAULT).transport(info);
    }
}
