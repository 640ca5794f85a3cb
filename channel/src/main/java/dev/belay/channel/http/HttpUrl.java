package dev.belay.channel.http;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

/**
 * An http URL, split as far as HTTP needs it.
 *
 * @param authority host and port as they were written, for the Host header
 * @param host without the brackets of an IPv6 address; {@code +} and {@code *} to listen everywhere
 * @param port 80 where none is given
 * @param path begins with a slash, without query
 * @param target path and query, for the request line
 */
record HttpUrl(String authority, String host, int port, String path, String target) {
    private static final int DEFAULT_PORT = 80;

    /** What is connected to: connections to the same are interchangeable. */
    record Origin(String host, int port) {}

    Origin origin() {
        return new Origin(host, port);
    }

    /** Splits the URL of an endpoint that a client calls. */
    static HttpUrl ofEndpoint(String url) {
        HttpUrl parsed = parse(url);
        if (isWild(parsed.host) || parsed.port == 0) {
            throw invalid(url, "names no host and port to connect to");
        }
        return parsed;
    }

    /**
     * Splits the URL that a listener listens at; the port may be 0, the host {@code +} or {@code
     * *}.
     */
    static HttpUrl ofListener(String url) {
        HttpUrl parsed = parse(url);
        if (parsed.target.length() != parsed.path.length()) {
            throw invalid(url, "has a query");
        }
        return parsed;
    }

    private static HttpUrl parse(String url) {
        String start = "http://";
        if (!url.regionMatches(true, 0, start, 0, start.length())) {
            throw invalid(url, "does not begin with " + start);
        }
        int end = start.length();
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start.length(), end);
        int hostEnd = hostEnd(authority);
        String host = authority.substring(0, hostEnd);
        if (!isWild(host) && !HttpHost.isAuthority(authority)) {
            throw invalid(url, "has no valid host");
        }
        int fragment = url.indexOf('#', end);
        String rest = url.substring(end, fragment < 0 ? url.length() : fragment);
        int query = rest.indexOf('?');
        String path = encode(query < 0 ? rest : rest.substring(0, query));
        String rooted = path.isEmpty() ? "/" : path;
        String target = query < 0 ? rooted : rooted + encode(rest.substring(query));
        return new HttpUrl(
                authority,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                port(url, authority, hostEnd),
                rooted,
                target);
    }

    private static int hostEnd(String authority) {
        int bracket = authority.lastIndexOf(']');
        int colon = authority.indexOf(':', bracket + 1);
        return colon < 0 ? authority.length() : colon;
    }

    static boolean isWild(String host) {
        return host.equals("+") || host.equals("*");
    }

    private static int port(String url, String authority, int colon) {
        if (colon >= authority.length() - 1) {
            return DEFAULT_PORT;
        }
        int port = 0;
        for (int i = colon + 1; i < authority.length(); i++) {
            char c = authority.charAt(i);
            if (!StrictLineParser.isDigit(c) || port > 65_535) {
                throw invalid(url, "has no valid port");
            }
            port = 10 * port + (c - '0');
        }
        if (port > 65_535) {
            throw invalid(url, "has no valid port");
        }
        return port;
    }

    /**
     * Characters that a request line cannot hold are escaped; the rest is left as it was written.
     */
    private static String encode(String part) {
        return HttpAction.escape(part);
    }

    private static BelayException invalid(String url, String why) {
        int end = Math.min(url.length(), 40);
        return new BelayException(
                ErrorCode.INVALID_ENDPOINT_URL,
                "http URL beginning '" + url.substring(0, end) + "' " + why);
    }
}
