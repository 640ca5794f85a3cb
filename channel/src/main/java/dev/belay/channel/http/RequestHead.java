package dev.belay.channel.http;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/**
 * The checked head of a request.
 *
 * @param target as it came: a path with query, an absolute URL, {@code *} or an authority
 * @param host the Host header, null only in HTTP/1.0
 * @param bodyLength octets or {@link BodyFraming#CHUNKED}; 0 when nothing is said
 */
record RequestHead(
        String method,
        String target,
        @Nullable String host,
        boolean http10,
        long bodyLength,
        boolean keepsAlive,
        boolean expectsContinue,
        @Nullable String contentType,
        @Nullable String soapAction,
        @Nullable String userAgent) {

    /** A parser of the heads of one connection. */
    static AbstractMessageParser<ClassicHttpRequest> parser() {
        return new DefaultHttpRequestParser(
                HttpBody.CONFIG, StrictLineParser.STRICT, RawRequest.FACTORY);
    }

    /** Reads the next head; null when the connection ends before it. */
    static @Nullable RequestHead read(
            AbstractMessageParser<ClassicHttpRequest> parser, HttpInput input, InputStream in)
            throws IOException {
        input.beginHead();
        ClassicHttpRequest request;
        try {
            request = parser.parse(input, in);
        } catch (HttpException e) {
            throw HttpRefusal.malformed("malformed head: " + e.getMessage());
        }
        return request == null ? null : of(request);
    }

    private static RequestHead of(ClassicHttpRequest request) throws HttpRefusal {
        boolean http10 = isVersion10(request.getVersion());
        String host = BodyFraming.singleValue(request, "Host");
        if (host == null ? !http10 : !HttpHost.isAuthority(host)) {
            throw HttpRefusal.malformed(
                    host == null ? "Host is missing" : "Host is not a host and port");
        }
        long length = BodyFraming.of(request, http10);
        String coding = BodyFraming.singleValue(request, "Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw HttpRefusal.of(415, "Content-Encoding is not supported");
        }
        return new RequestHead(
                request.getMethod(),
                request instanceof RawRequest raw ? raw.target() : request.getPath(),
                host,
                http10,
                length == BodyFraming.UNSAID ? 0 : length,
                ConnectionHeader.keepsAlive(request, http10),
                expectsContinue(request, http10),
                BodyFraming.singleValue(request, "Content-Type"),
                BodyFraming.singleValue(request, "SOAPAction"),
                BodyFraming.singleValue(request, "User-Agent"));
    }

    private static boolean isVersion10(@Nullable ProtocolVersion version) throws HttpRefusal {
        if (version == null || version.getMajor() != 1) {
            throw HttpRefusal.of(505, "not HTTP/1.0 or HTTP/1.1");
        }
        return version.lessEquals(HttpVersion.HTTP_1_0);
    }

    private static boolean expectsContinue(ClassicHttpRequest request, boolean http10)
            throws HttpRefusal {
        String expect = BodyFraming.singleValue(request, "Expect");
        if (expect == null || http10) {
            return false;
        }
        if (!expect.equalsIgnoreCase("100-continue")) {
            throw HttpRefusal.of(417, "Expect is not '100-continue'");
        }
        return true;
    }

    /**
     * The path of the target, without query; null if the target is none, but {@code *} or an
     * authority.
     *
     * @throws HttpRefusal the target is the URL of another host
     */
    @Nullable String path() throws HttpRefusal {
        String rest = target;
        if (!target.startsWith("/")) {
            rest = ofOwnUrl();
        }
        if (rest == null) {
            return null;
        }
        int query = rest.indexOf('?');
        return query < 0 ? rest : rest.substring(0, query);
    }

    private @Nullable String ofOwnUrl() throws HttpRefusal {
        String scheme = "http://";
        if (!target.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return null;
        }
        int slash = target.indexOf('/', scheme.length());
        int end = slash < 0 ? target.length() : slash;
        if (!target.substring(scheme.length(), end).equalsIgnoreCase(host)) {
            throw HttpRefusal.malformed("the target is at another host than Host says");
        }
        return slash < 0 ? "/" : target.substring(slash);
    }
}
