package dev.belay.channel.framing;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The address in a preamble, split as far as routing needs it. Lenient: anything with a scheme, an
 * authority and no blanks or control characters will do, as peers write spaces and letters of all
 * scripts in different ways.
 *
 * @param scheme in lower case
 * @param port -1 where none is given
 * @param path begins with a slash, as it was sent, without query and fragment
 */
record Via(String scheme, String host, int port, String path, boolean hasQuery) {

    /** The parts of this address, or null where it is no absolute address of a host. */
    static @Nullable Via parse(String uri) {
        int colon = uri.indexOf("://");
        if (colon <= 0 || !isScheme(uri, colon) || hasBlank(uri)) {
            return null;
        }
        int authority = colon + 3;
        int end = indexOfAny(uri, "/?#", authority);
        int query = indexOfAny(uri, "?#", end);
        String hostAndPort =
                uri.substring(
                        uri.lastIndexOf('@', end - 1) >= authority
                                ? uri.lastIndexOf('@', end - 1) + 1
                                : authority,
                        end);
        int portColon = hostAndPort.endsWith("]") ? -1 : hostAndPort.lastIndexOf(':');
        int port = portColon < 0 ? -1 : port(hostAndPort.substring(portColon + 1));
        String host = portColon < 0 ? hostAndPort : hostAndPort.substring(0, portColon);
        if (host.isEmpty() || port < -1) {
            return null;
        }
        String path = end == query ? "/" : uri.substring(end, query);
        boolean hasQuery = query < uri.length() && uri.charAt(query) == '?';
        return new Via(
                uri.substring(0, colon).toLowerCase(Locale.ROOT), host, port, path, hasQuery);
    }

    private static boolean isScheme(String uri, int length) {
        for (int i = 0; i < length; i++) {
            char c = uri.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-';
            if (!letter && (i == 0 || !later)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasBlank(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) <= ' ' || uri.charAt(i) == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static int indexOfAny(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** The port, -1 where the text is empty, -2 where it is none. */
    private static int port(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || port > 65535) {
                return -2;
            }
            port = port * 10 + (c - '0');
        }
        return port <= 65535 ? port : -2;
    }
}
