package dev.belay.channel.http;

import java.util.Arrays;

/** The first octets of an array that has just been filled and belongs to the receiver. */
final class Octets {
    static final Octets EMPTY = new Octets(new byte[0], 0);

    private final byte[] array;
    private final int length;

    Octets(byte[] array, int length) {
        this.array = array;
        this.length = length;
    }

    /** The array, filled up to {@link #length()}; not a copy. */
    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }
}
