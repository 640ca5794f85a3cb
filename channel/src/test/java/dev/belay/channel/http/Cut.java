package dev.belay.channel.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Octets that arrive in pieces of a given size. */
final class Cut extends InputStream {
    private final ByteArrayInputStream octets;
    private final int piece;

    Cut(String octets, int piece) {
        this.octets = new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1));
        this.piece = piece;
    }

    @Override
    public int read() {
        return octets.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        return octets.read(into, offset, Math.min(piece, length));
    }

    int left() {
        return octets.available();
    }
}
