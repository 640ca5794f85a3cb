package dev.belay.channel.framing;

import dev.belay.cancel.Pending;
import dev.belay.channel.Binding;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.Encoding;
import dev.belay.channel.spi.SessionWriter;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.BinarySessionDecoder;
import dev.belay.soap.BinarySessionEncoder;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.Message;
import dev.belay.soap.MessageEncoding;
import dev.belay.soap.MessageVersion;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlQuotas;

import org.jspecify.annotations.Nullable;

/**
 * How a binding's messages are encoded on net.tcp: its name in the preamble, and a codec for each
 * session.
 */
final class SessionEncoding {
    private final FramingEncoding onWire;
    private final Encoding encoding;
    private final MessageVersion version;

    private SessionEncoding(FramingEncoding onWire, Encoding encoding, MessageVersion version) {
        this.onWire = onWire;
        this.encoding = encoding;
        this.version = version;
    }

    /**
     * The encoding of a binding.
     *
     * @throws BelayException NOT_SUPPORTED for one that net.tcp does not carry
     */
    static SessionEncoding of(Binding binding) {
        FramingEncoding onWire =
                switch (binding.encoding()) {
                    case BINARY_SESSION -> FramingEncoding.BINARY_SESSION;
                    case BINARY -> FramingEncoding.BINARY;
                    case TEXT_UTF8 ->
                            binding.version().envelope() == EnvelopeVersion.SOAP_1_1
                                    ? FramingEncoding.SOAP_11_UTF_8
                                    : FramingEncoding.SOAP_12_UTF_8;
                    case MTOM ->
                            throw new BelayException(
                                    ErrorCode.NOT_SUPPORTED, "MTOM is not supported on net.tcp");
                };
        return new SessionEncoding(onWire, binding.encoding(), binding.version());
    }

    FramingEncoding onWire() {
        return onWire;
    }

    /** A codec for a session that begins. */
    SessionCodec codec(ChannelOptions options) {
        return switch (encoding) {
            case BINARY_SESSION -> new BinarySession(version, options);
            case BINARY -> new Plain(MessageEncoding.binary(version), options);
            case TEXT_UTF8, MTOM -> new Plain(MessageEncoding.text(version), options);
        };
    }

    /** The largest message to send, which must fit into an array together with its head. */
    private static int largest(ChannelOptions options) {
        int array = Integer.MAX_VALUE - 8 - RecordEncoder.MAX_ENVELOPE_HEAD;
        return Math.min(options.maxBufferedMessageSize(), array);
    }

    /** Puts the record's head right before the message, in the room that was left for it. */
    private static void submit(
            byte[] frame, SessionWriter writer, @Nullable Pending<@Nullable Void> written) {
        int room = RecordEncoder.MAX_ENVELOPE_HEAD;
        int begin = RecordEncoder.envelopeHeadBefore(frame, room, frame.length - room);
        writer.submit(frame, begin, written);
    }

    private static final class BinarySession implements SessionCodec {
        private final BinarySessionEncoder encoder;
        private final BinarySessionDecoder decoder;

        BinarySession(MessageVersion version, ChannelOptions options) {
            int strings = options.maxSessionDictionarySize();
            encoder = new BinarySessionEncoder(version, strings, largest(options));
            decoder =
                    new BinarySessionDecoder(
                            version,
                            MessageEncoding.DEFAULT_MAX_HEADERS,
                            strings,
                            XmlQuotas.DEFAULT);
        }

        @Override
        public void send(
                Message message, @Nullable Pending<@Nullable Void> written, SessionWriter writer) {
            encoder.encode(
                    message,
                    RecordEncoder.MAX_ENVELOPE_HEAD,
                    frame -> submit(frame, writer, written));
        }

        @Override
        public Message decode(byte[] octets) {
            return decoder.decode(octets, 0, octets.length);
        }
    }

    /** Each message for itself. */
    private static final class Plain implements SessionCodec {
        private final MessageEncoding encoding;
        private final int maxSize;

        Plain(MessageEncoding encoding, ChannelOptions options) {
            this.encoding = encoding;
            this.maxSize = largest(options);
        }

        @Override
        public void send(
                Message message, @Nullable Pending<@Nullable Void> written, SessionWriter writer) {
            XmlOutput out = new XmlOutput(RecordEncoder.MAX_ENVELOPE_HEAD, maxSize);
            encoding.encode(message, out);
            submit(out.toByteArray(), writer, written);
        }

        @Override
        public Message decode(byte[] octets) {
            return encoding.decode(octets, 0, octets.length, XmlQuotas.DEFAULT);
        }
    }
}
