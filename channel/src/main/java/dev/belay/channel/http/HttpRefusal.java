package dev.belay.channel.http;

import dev.belay.error.ErrorCode;

import java.io.IOException;

/**
 * A message that breaks HTTP/1.1 or a limit. A server answers it with {@link #status()} and ends
 * the connection; a client reports {@link #code()}.
 */
final class HttpRefusal extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final ErrorCode code;
    private final String text;

    private HttpRefusal(int status, ErrorCode code, String message) {
        super(message);
        this.text = message;
        this.status = status;
        this.code = code;
    }

    static HttpRefusal of(int status, String message) {
        return new HttpRefusal(status, ErrorCode.INVALID_FORMAT, message);
    }

    static HttpRefusal malformed(String message) {
        return of(400, message);
    }

    static HttpRefusal overLimit(int status, String message) {
        return new HttpRefusal(status, ErrorCode.QUOTA_EXCEEDED, message);
    }

    /** The peer ended the connection inside a message: never a short message. */
    static HttpRefusal truncated(String message) {
        return new HttpRefusal(400, ErrorCode.ENDPOINT_DISCONNECTED, message);
    }

    /** What is wrong. */
    String text() {
        return text;
    }

    int status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }
}
