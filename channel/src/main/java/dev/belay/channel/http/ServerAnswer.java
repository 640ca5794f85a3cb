package dev.belay.channel.http;

import org.jspecify.annotations.Nullable;

/**
 * What a server answers.
 *
 * @param contentType null without a body
 * @param allow the methods that are served, for 405; else null
 */
record ServerAnswer(int status, @Nullable String contentType, Octets body, @Nullable String allow) {

    static ServerAnswer of(int status, String contentType, Octets body) {
        return new ServerAnswer(status, contentType, body, null);
    }

    static ServerAnswer empty(int status) {
        return new ServerAnswer(status, null, Octets.EMPTY, status == 405 ? "POST" : null);
    }

    /** The head, which also tells whether the connection ends. */
    byte[] head(boolean keepsAlive, boolean http10) {
        HeadWriter head =
                new HeadWriter().start("HTTP/1.1 " + status + ' ' + HttpStatus.phrase(status));
        if (contentType != null) {
            head.header("Content-Type", contentType);
        }
        if (allow != null) {
            head.header("Allow", allow);
        }
        head.header("Content-Length", body.length());
        if (!keepsAlive) {
            head.header("Connection", "close");
        } else if (http10) {
            head.header("Connection", "keep-alive");
        }
        return head.end();
    }
}
