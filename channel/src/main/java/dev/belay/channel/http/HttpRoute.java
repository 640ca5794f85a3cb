package dev.belay.channel.http;

import dev.belay.channel.ListenerOptions;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.spi.PathRoutes;

import org.jspecify.annotations.Nullable;

/** What one listener offers on a port that it may share with others. */
final class HttpRoute {
    private final String path;
    private final HttpCodec codec;
    private final ListenerOptions options;

    /** Where requests go; null until the listener starts and after it has stopped. */
    private volatile @Nullable AcceptSink sink;

    HttpRoute(String path, HttpCodec codec, ListenerOptions options) {
        this.path = path;
        this.codec = codec;
        this.options = options;
    }

    String path() {
        return path;
    }

    /** Whether a path is the one of this listener. */
    boolean isAt(String other) {
        return path.equals(other) || PathRoutes.isSame(path, other);
    }

    HttpCodec codec() {
        return codec;
    }

    @Nullable AcceptSink sink() {
        return sink;
    }

    void start(AcceptSink to) {
        sink = to;
    }

    void stop() {
        sink = null;
    }

    /** Whether requests of clients that call themselves so are refused. */
    boolean disallows(@Nullable String userAgent) {
        if (userAgent == null) {
            return false;
        }
        for (String part : options.disallowedUserAgents()) {
            if (userAgent.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
