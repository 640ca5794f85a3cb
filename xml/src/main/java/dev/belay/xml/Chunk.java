package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A piece of a document that is a name, a prefix or a namespace: a slice of its octets or a string
 * of a dictionary. Reused for one piece after the other, so that reading allocates nothing.
 */
final class Chunk {
    private static final byte[] NO_BYTES = {};

    private byte[] bytes = NO_BYTES;
    private int offset;
    private int length;
    private @Nullable XmlString known;
    private @Nullable String text = "";

    /** A chunk that always holds this string. */
    static Chunk constant(XmlString string) {
        var chunk = new Chunk();
        chunk.set(string);
        return chunk;
    }

    void set(byte[] newBytes, int newOffset, int newLength) {
        bytes = newBytes;
        offset = newOffset;
        length = newLength;
        known = null;
        text = null;
    }

    void set(XmlString string) {
        bytes = string.utf8();
        offset = 0;
        length = bytes.length;
        known = string;
        text = string.toString();
    }

    void set(Chunk other) {
        bytes = other.bytes;
        offset = other.offset;
        length = other.length;
        known = other.known;
        text = other.text;
    }

    void clear() {
        set(XmlString.EMPTY);
    }

    boolean isEmpty() {
        return length == 0;
    }

    int length() {
        return length;
    }

    boolean is(XmlString string) {
        XmlString own = known;
        return own != null ? XmlString.same(own, string) : string.matches(bytes, offset, length);
    }

    @SuppressWarnings("ReferenceEquality") // identity is the fast way, octets decide
    boolean same(Chunk other) {
        if (known != null && known == other.known) {
            return true;
        }
        return length == other.length
                && Arrays.equals(
                        bytes,
                        offset,
                        offset + length,
                        other.bytes,
                        other.offset,
                        other.offset + length);
    }

    /** Order by octets, for sorting. */
    @SuppressWarnings("ReferenceEquality") // identity is the fast way, octets decide
    int compareTo(Chunk other) {
        if (known != null && known == other.known) {
            return 0;
        }
        return Arrays.compareUnsigned(
                bytes,
                offset,
                offset + length,
                other.bytes,
                other.offset,
                other.offset + other.length);
    }

    boolean isNCName() {
        return known != null ? known.isNCName() : Utf8.isNCName(bytes, offset, length);
    }

    /** The string of a dictionary that this is, if it came from one. */
    @Nullable XmlString known() {
        return known;
    }

    /** As a string that stays. */
    XmlString toXmlString() {
        XmlString own = known;
        return own != null ? own : XmlString.of(toString());
    }

    @Override
    public String toString() {
        String cached = text;
        if (cached == null) {
            cached = Utf8.toString(bytes, offset, length);
            text = cached;
        }
        return cached;
    }
}
