package dev.belay.channel.http;

/**
 * How much of HTTP itself a peer may send.
 *
 * @param headOctets start line and headers together, with their line ends
 * @param headerCount header lines of one head
 * @param chunkOverhead octets of chunk sizes, extensions and trailers beyond the plain form, per
 *     body
 */
record HttpLimits(int headOctets, int headerCount, int chunkOverhead) {
    static final HttpLimits DEFAULT = new HttpLimits(65_536, 100, 65_536);
}
