package dev.belay.channel.framing;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

/**
 * A net.tcp URL as a place to connect to or to listen at.
 *
 * @param host without the brackets of an IPv6 literal
 * @param port 808 where the URL has none
 * @param path begins with a slash
 */
record NetTcpUrl(String host, int port, String path) {
    private static final int DEFAULT_PORT = 808;

    /**
     * Parses a URL.
     *
     * @throws BelayException INVALID_ENDPOINT_URL
     */
    static NetTcpUrl parse(String url) {
        Via via = Via.parse(url);
        if (via == null || !via.scheme().equals("net.tcp")) {
            throw new BelayException(
                    ErrorCode.INVALID_ENDPOINT_URL,
                    "expected net.tcp://host:port/path but the URL is " + url);
        }
        String host = via.host();
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new NetTcpUrl(
                bracketed ? host.substring(1, host.length() - 1) : host,
                via.port() < 0 ? DEFAULT_PORT : via.port(),
                via.path());
    }

    /** This place with another port, as a URL that clients on this machine can connect to. */
    String at(int realPort) {
        boolean everywhere = host.equals("+") || host.equals("*");
        String name = everywhere ? "localhost" : host.indexOf(':') >= 0 ? '[' + host + ']' : host;
        return "net.tcp://" + name + ':' + realPort + path;
    }
}
