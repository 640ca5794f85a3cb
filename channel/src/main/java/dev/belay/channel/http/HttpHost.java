package dev.belay.channel.http;

/** Host and port as the Host header and URLs write them (RFC 3986 section 3.2, without user). */
final class HttpHost {
    private HttpHost() {}

    /** Whether a text is a host, with or without a port. */
    static boolean isAuthority(String text) {
        int hostEnd;
        if (text.startsWith("[")) {
            hostEnd = text.indexOf(']') + 1;
            if (hostEnd == 0 || !isAddress(text, hostEnd - 1)) {
                return false;
            }
        } else {
            int colon = text.indexOf(':');
            hostEnd = colon < 0 ? text.length() : colon;
            if (hostEnd == 0 || !isName(text, hostEnd)) {
                return false;
            }
        }
        return hostEnd == text.length() || isPort(text, hostEnd);
    }

    private static boolean isAddress(String text, int end) {
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.' && c != '%') {
                return false;
            }
        }
        return end > 1;
    }

    private static boolean isName(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
            if (!plain && "-._~%!$&'()*+,;=".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(String text, int colon) {
        if (text.charAt(colon) != ':' || text.length() - colon > 6) {
            return false;
        }
        for (int i = colon + 1; i < text.length(); i++) {
            if (!StrictLineParser.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
