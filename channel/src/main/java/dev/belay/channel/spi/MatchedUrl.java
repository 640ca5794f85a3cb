package dev.belay.channel.spi;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The parts of a URL that are compared.
 *
 * @param scheme in lower case
 * @param host in lower case, without the brackets of an IPv6 address
 * @param port the usual one of the scheme where none is given
 * @param path begins with a slash, or is empty
 */
record MatchedUrl(String scheme, String host, int port, String path, boolean hasQuery) {
    /** The parts; null for other schemes, and for what is no URL. */
    static @Nullable MatchedUrl parse(String url) {
        int colon = url.indexOf("://");
        if (colon < 0) {
            return null;
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        int usual = usualPort(scheme);
        int start = colon + 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start, end).toLowerCase(Locale.ROOT);
        int bracket = authority.lastIndexOf(']');
        int portAt = authority.indexOf(':', bracket + 1);
        String host = portAt < 0 ? authority : authority.substring(0, portAt);
        int port = portAt < 0 ? usual : port(authority.substring(portAt + 1), usual);
        if (usual < 0 || port < 0 || host.isEmpty() || host.indexOf('@') >= 0) {
            return null;
        }
        int fragment = url.indexOf('#', end);
        String rest = url.substring(end, fragment < 0 ? url.length() : fragment);
        int query = rest.indexOf('?');
        return new MatchedUrl(
                scheme,
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host,
                port,
                query < 0 ? rest : rest.substring(0, query),
                query >= 0);
    }

    private static int usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            case "net.tcp" -> 808;
            default -> -1;
        };
    }

    private static int port(String digits, int usual) {
        if (digits.isEmpty()) {
            return usual;
        }
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9' || port > 65_535) {
                return -1;
            }
            port = 10 * port + (c - '0');
        }
        return port > 65_535 ? -1 : port;
    }
}
