package dev.belay.soap;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.util.List;
import java.util.Map;

/**
 * What the transport knows of a received message beyond its octets. Untrusted where it comes from
 * the peer.
 *
 * @param remote the peer's socket address, if there is a socket
 * @param local the own socket address, if there is a socket
 * @param url the URL that the request was sent to, if the transport says
 * @param action the action that the transport says, without quotes; null if it says nothing
 * @param headers the headers of the transport, with names in lower case
 */
public record TransportInfo(
        @Nullable SocketAddress remote,
        @Nullable SocketAddress local,
        @Nullable String url,
        @Nullable String action,
        Map<String, List<String>> headers) {
    /** Nothing is known. */
    public static final TransportInfo NONE = new TransportInfo(null, null, null, null, Map.of());

    /** Keeps the headers as they are. */
    public TransportInfo {
        headers = Map.copyOf(headers);
    }

    /** What a transport without headers knows. */
    public static TransportInfo of(
            @Nullable SocketAddress remote, @Nullable SocketAddress local, @Nullable String url) {
        return new TransportInfo(remote, local, url, null, Map.of());
    }
}
