package dev.belay.xml;

import java.util.Objects;

/**
 * A cursor over the octets of a binary document. Methods that read a number from the octets answer
 * a negative number if there are too few or they are malformed; those that read fixed sizes want
 * {@link #remaining()} asked before.
 */
final class BinaryInput {
    private final byte[] bytes;
    private int position;
    private final int end;

    BinaryInput(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    int remaining() {
        return end - position;
    }

    boolean atEnd() {
        return position == end;
    }

    void skip(int length) {
        position += length;
    }

    /** The next octet without moving on, or -1 at the end. */
    int peek() {
        return position < end ? bytes[position] & 0xFF : -1;
    }

    /** The next octet, or -1 at the end. */
    int octet() {
        return position < end ? bytes[position++] & 0xFF : -1;
    }

    /** A MultiByteInt31, or -1 if it is cut off, longer than five octets or larger than 31 bits. */
    int multiByteInt() {
        int value = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int octet = octet();
            if (octet < 0 || (shift == 28 && octet > 7)) {
                return -1;
            }
            value |= (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        return -1;
    }

    int uint16() {
        int value = (bytes[position] & 0xFF) | (bytes[position + 1] & 0xFF) << 8;
        position += 2;
        return value;
    }

    int int32() {
        int value = LittleEndian.int32(bytes, position);
        position += 4;
        return value;
    }
}
