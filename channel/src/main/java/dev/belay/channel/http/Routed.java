package dev.belay.channel.http;

import dev.belay.channel.port.SharedPort;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.soap.ContentType;

import org.jspecify.annotations.Nullable;

/**
 * Where a request leads by its head alone.
 *
 * @param status what refuses it; 0 if it can be served
 * @param to whom it can be served by; null if it is refused
 */
record Routed(int status, @Nullable Destination to) {
    /** A listener that takes the request, and the type that the request has. */
    record Destination(HttpRoute route, AcceptSink sink, ContentType type) {}

    static Routed of(RequestHead head, SharedPort<HttpRoute> port, boolean stopping)
            throws HttpRefusal {
        String path = head.path();
        HttpRoute found = path == null ? null : port.find(path);
        HttpRoute route = found != null && path != null && found.isAt(path) ? found : null;
        if (!head.method().equals("POST") && (route != null || path == null)) {
            return refused(405);
        }
        if (stopping) {
            return refused(503);
        }
        return route == null ? refused(404) : of(head, route);
    }

    private static Routed of(RequestHead head, HttpRoute route) {
        AcceptSink sink = route.sink();
        if (sink == null) {
            return refused(503);
        }
        if (route.disallows(head.userAgent())) {
            return refused(403);
        }
        ContentType type = route.codec().accepted(head.contentType());
        if (type == null) {
            return refused(415);
        }
        return head.bodyLength() > route.codec().maxOctets()
                ? refused(413)
                : new Routed(0, new Destination(route, sink, type));
    }

    private static Routed refused(int status) {
        return new Routed(status, null);
    }
}
