package dev.belay.channel.http;

import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;

/**
 * Where a body ends, by RFC 9112 section 6 and stricter: whatever two readers could understand
 * differently is refused, so that nobody can hide a second message in the first.
 */
final class BodyFraming {
    static final long CHUNKED = -1;

    /**
     * Neither length nor transfer coding: a request has no body, a response lasts until the close.
     */
    static final long UNSAID = -2;

    private static final int MAX_DIGITS = 18;

    private BodyFraming() {}

    /** The length in octets, {@link #CHUNKED} or {@link #UNSAID}. */
    static long of(HttpMessage head, boolean http10) throws HttpRefusal {
        Header coding = single(head, "Transfer-Encoding");
        Header length = single(head, "Content-Length");
        if (coding != null) {
            if (length != null) {
                throw HttpRefusal.malformed("both Content-Length and Transfer-Encoding");
            }
            if (http10) {
                throw HttpRefusal.malformed("Transfer-Encoding in HTTP/1.0");
            }
            if (!isExactlyChunked(coding)) {
                throw HttpRefusal.malformed("Transfer-Encoding is not 'chunked'");
            }
            return CHUNKED;
        }
        return length == null ? UNSAID : parseLength(length.getValue());
    }

    /** The one header of that name; several are refused. */
    static @Nullable Header single(HttpMessage head, String name) throws HttpRefusal {
        Iterator<Header> all = head.headerIterator(name);
        if (!all.hasNext()) {
            return null;
        }
        Header header = all.next();
        if (all.hasNext()) {
            throw HttpRefusal.malformed("several " + name + " headers");
        }
        return header;
    }

    static @Nullable String singleValue(HttpMessage head, String name) throws HttpRefusal {
        Header header = single(head, name);
        return header == null ? null : header.getValue();
    }

    /**
     * One space at most, as everybody writes it: padded forms are read differently by different
     * peers.
     */
    private static boolean isExactlyChunked(Header header) {
        if (header instanceof FormattedHeader formatted) {
            int from = formatted.getValuePos();
            String raw = formatted.getBuffer().substring(from, formatted.getBuffer().length());
            return (raw.startsWith(" ") ? raw.substring(1) : raw).equalsIgnoreCase("chunked");
        }
        return "chunked".equalsIgnoreCase(header.getValue());
    }

    private static long parseLength(String value) throws HttpRefusal {
        if (value.isEmpty() || value.length() > MAX_DIGITS) {
            throw HttpRefusal.malformed("Content-Length has " + value.length() + " digits");
        }
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            if (!StrictLineParser.isDigit(value.charAt(i))) {
                throw HttpRefusal.malformed("Content-Length is not a number");
            }
            length = 10 * length + (value.charAt(i) - '0');
        }
        return length;
    }
}
