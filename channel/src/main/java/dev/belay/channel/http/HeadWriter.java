package dev.belay.channel.http;

import java.util.Arrays;

/**
 * Octets of a head that we write. Refuses anything that a peer could take for the end of a line: a
 * value that comes from an application or from a peer never makes a header of its own.
 */
final class HeadWriter {
    private byte[] octets = new byte[256];
    private int size;

    /** The start line. */
    HeadWriter start(String line) {
        text(line);
        return lineEnd();
    }

    HeadWriter header(String name, String value) {
        text(name);
        put(':');
        put(' ');
        text(value);
        return lineEnd();
    }

    HeadWriter header(String name, long value) {
        return header(name, Long.toString(value));
    }

    /** Octets that were a part of a head before. */
    HeadWriter encoded(byte[] lines) {
        ensure(lines.length);
        System.arraycopy(lines, 0, octets, size, lines.length);
        size += lines.length;
        return this;
    }

    /** The head with its empty line. */
    byte[] end() {
        lineEnd();
        return part();
    }

    /** What is written so far. */
    byte[] part() {
        return Arrays.copyOf(octets, size);
    }

    private void text(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                throw new IllegalArgumentException(
                        "character U+%04X at index %d cannot be written into an HTTP head"
                                .formatted((int) c, i));
            }
            octets[size++] = (byte) c;
        }
    }

    private HeadWriter lineEnd() {
        put('\r');
        put('\n');
        return this;
    }

    private void put(char c) {
        ensure(1);
        octets[size++] = (byte) c;
    }

    private void ensure(int more) {
        if (octets.length - size < more) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, size + more));
        }
    }
}
