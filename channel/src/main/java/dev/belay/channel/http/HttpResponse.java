package dev.belay.channel.http;

import dev.belay.cancel.Registration;
import dev.belay.channel.spi.Incoming;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;
import dev.belay.soap.TransportInfo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a response means to a client: a reply or fault, the acceptance of a one-way message, or an
 * error. Runs on the caller's thread, which blocks in the connection.
 */
final class HttpResponse {
    private static final int SHOWN_OCTETS = 1024;
    private static final long MAX_DROPPED = 65_536;

    private final @Nullable Incoming incoming;
    private final boolean reusable;

    private HttpResponse(@Nullable Incoming incoming, boolean reusable) {
        this.incoming = incoming;
        this.reusable = reusable;
    }

    /** The reply; null if a one-way message was accepted. */
    @Nullable Incoming incoming() {
        return incoming;
    }

    /** Whether the connection can carry another exchange: all was read, and the server keeps it. */
    boolean isReusable() {
        return reusable;
    }

    /**
     * Reads a response whole.
     *
     * @param headLimit closed once the head is there
     * @throws BelayException the error that the response is
     */
    static HttpResponse read(ClientConnection connection, HttpCodec codec, Registration headLimit)
            throws IOException {
        ResponseHead head;
        try (headLimit) {
            head = connection.readHead();
        }
        HttpBody body = connection.body(head);
        if (head.contentEncoding() != null
                && !head.contentEncoding().equalsIgnoreCase("identity")) {
            throw new BelayException(
                    ErrorCode.INVALID_FORMAT,
                    "the response is compressed, which was not asked for");
        }
        boolean envelope =
                HttpStatus.mayCarryEnvelope(head.status())
                        && codec.accepted(head.contentType()) != null;
        if (envelope && head.bodyLength() != 0) {
            Octets octets = body.read(codec.maxOctets());
            boolean nothing = octets.length() == 0 && HttpStatus.acceptsOneWay(head.status());
            return new HttpResponse(
                    nothing ? null : reply(connection, codec, head, octets), head.keepsAlive());
        }
        Octets beginning = body.peek(SHOWN_OCTETS);
        if (HttpStatus.acceptsOneWay(head.status())
                && (beginning.length() == 0 || head.status() == 202)) {
            boolean drained = body.skip(MAX_DROPPED);
            return new HttpResponse(null, drained && head.keepsAlive());
        }
        throw error(head, codec, beginning);
    }

    private static Incoming reply(
            ClientConnection connection, HttpCodec codec, ResponseHead head, Octets octets) {
        Message message =
                codec.decode(
                        octets,
                        TransportInfo.of(
                                connection.connection().remote(),
                                connection.connection().local(),
                                null));
        if (head.status() >= 400 && !message.isFault()) {
            throw new BelayException(
                    ErrorCode.INVALID_FORMAT,
                    "HTTP status " + head.status() + " with a reply, not a fault");
        }
        return new Incoming(message, octets.length());
    }

    private static BelayException error(ResponseHead head, HttpCodec codec, Octets beginning) {
        boolean success = head.status() < 300;
        ErrorCode code =
                success
                        ? ErrorCode.INVALID_FORMAT
                        : HttpStatus.toError(head.status(), head.challenges());
        StringBuilder text = new StringBuilder("HTTP status ").append(head.status());
        if (!head.reason().isEmpty()) {
            text.append(' ').append(shown(head.reason()));
        }
        String type = head.contentType();
        if (success) {
            text.append(" with content type ")
                    .append(type == null ? "missing" : shown(type))
                    .append(", expected ")
                    .append(codec.mediaType());
        } else if (head.status() < 400) {
            text.append(": redirects are not followed");
        }
        if (beginning.length() > 0) {
            text.append(": ")
                    .append(
                            shown(
                                    new String(
                                            beginning.array(),
                                            0,
                                            beginning.length(),
                                            StandardCharsets.UTF_8)));
        }
        return new BelayException(code, text.toString());
    }

    /** Text of a peer, for an error: one line, without control characters. */
    private static String shown(String text) {
        int end = Math.min(text.length(), SHOWN_OCTETS);
        StringBuilder line = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString().strip();
    }
}
