package dev.belay.channel.http;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The checked head of a response.
 *
 * @param bodyLength octets, {@link BodyFraming#CHUNKED}, or {@link BodyFraming#UNSAID}: until close
 * @param challenges the WWW-Authenticate or, with 407, Proxy-Authenticate headers
 */
record ResponseHead(
        int status,
        String reason,
        long bodyLength,
        boolean keepsAlive,
        @Nullable String contentType,
        @Nullable String contentEncoding,
        List<String> challenges) {

    private static final int MAX_INTERIM = 16;

    static AbstractMessageParser<ClassicHttpResponse> parser() {
        return new DefaultHttpResponseParser(HttpBody.CONFIG, StrictLineParser.STRICT, null);
    }

    /** Reads the next head that is final; interim replies (1xx) are skipped. */
    static ResponseHead read(
            AbstractMessageParser<ClassicHttpResponse> parser, HttpInput input, InputStream in)
            throws IOException {
        for (int interim = 0; interim <= MAX_INTERIM; interim++) {
            input.beginHead();
            ClassicHttpResponse response;
            try {
                response = parser.parse(input, in);
            } catch (HttpException e) {
                throw HttpRefusal.malformed("malformed head: " + e.getMessage());
            }
            if (response == null) {
                throw HttpRefusal.truncated("the connection ended before the response");
            }
            if (response.getCode() >= 200) {
                return of(response);
            }
            if (response.getCode() == 101) {
                throw HttpRefusal.malformed("status 101 without a request to upgrade");
            }
        }
        throw HttpRefusal.overLimit(400, "more than " + MAX_INTERIM + " interim responses");
    }

    private static ResponseHead of(ClassicHttpResponse response) throws HttpRefusal {
        ProtocolVersion version = response.getVersion();
        if (version != null && version.getMajor() != 1) {
            throw HttpRefusal.malformed("response is not HTTP/1.0 or HTTP/1.1");
        }
        boolean http10 = version != null && version.lessEquals(HttpVersion.HTTP_1_0);
        int status = response.getCode();
        long length = BodyFraming.of(response, http10);
        if (status == 204 || status == 304) {
            length = 0;
        }
        String reason = response.getReasonPhrase();
        return new ResponseHead(
                status,
                reason == null ? "" : reason,
                length,
                length != BodyFraming.UNSAID && ConnectionHeader.keepsAlive(response, http10),
                BodyFraming.singleValue(response, "Content-Type"),
                BodyFraming.singleValue(response, "Content-Encoding"),
                challenges(response, status == 407 ? "Proxy-Authenticate" : "WWW-Authenticate"));
    }

    private static List<String> challenges(ClassicHttpResponse response, String name) {
        List<String> values = new ArrayList<>();
        for (Iterator<Header> all = response.headerIterator(name); all.hasNext(); ) {
            values.add(all.next().getValue());
        }
        return List.copyOf(values);
    }
}
