package dev.belay.soap;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;

/**
 * What the transport knows of a received message beyond its octets. Untrusted where it comes from
 * the peer.
 *
 * @param remote the peer's socket address, if there is a socket
 * @param local the own socket address, if there is a socket
 * @param url the URL that the request was sent to, if the transport says
 * @param action the action that the transport says, without quotes; null if it says nothing
 */
public record TransportInfo(
        @Nullable SocketAddress remote,
        @Nullable SocketAddress local,
        @Nullable String url,
        @Nullable String action) {
    /** Nothing is known. */
    public static final TransportInfo NONE = new TransportInfo(null, null, null, null);

    /** What a transport knows that names no action. */
    public static TransportInfo of(
            @Nullable SocketAddress remote, @Nullable SocketAddress local, @Nullable String url) {
        return new TransportInfo(remote, local, url, null);
    }
}
