package dev.belay.channel.http;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpRequestFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

import java.net.URI;

/** A request that keeps its target as it came; HttpCore's own takes URLs and authorities apart. */
final class RawRequest extends BasicClassicHttpRequest {
    private static final long serialVersionUID = 1;

    static final HttpRequestFactory<ClassicHttpRequest> FACTORY = new Factory();

    private final String target;

    private RawRequest(String method, String target) {
        super(method, "/");
        this.target = target;
    }

    String target() {
        return target;
    }

    private static final class Factory implements HttpRequestFactory<ClassicHttpRequest> {
        @Override
        public ClassicHttpRequest newHttpRequest(String method, String target) {
            return new RawRequest(method, target);
        }

        @Override
        public ClassicHttpRequest newHttpRequest(String method, URI target) {
            return new RawRequest(method, target.toString());
        }
    }
}
