package dev.belay.xml;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import java.util.Arrays;
import java.util.Objects;

/** Octets that grow up to a limit: where an {@link XmlWriter} writes to. For one thread. */
public final class XmlOutput {
    private static final int INITIAL_SIZE = 512;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final int room;
    private final int limit;
    private byte[] bytes;
    private int size;
    private boolean isOver;

    /** An output without a limit but that of arrays. */
    public XmlOutput() {
        this(LARGEST);
    }

    /**
     * An output with a limit in octets.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public XmlOutput(int limit) {
        this(0, limit);
    }

    /**
     * An output with a limit in octets, which begins with room for what is to be put in front; the
     * room counts for the size and not for the limit.
     *
     * @throws IllegalArgumentException if room or limit is negative
     */
    public XmlOutput(int room, int limit) {
        if (limit < 0 || room < 0) {
            throw new IllegalArgumentException(
                    "room and limit of an output must not be negative: " + room + ", " + limit);
        }
        this.room = room;
        this.limit = (int) Math.min((long) room + limit, LARGEST);
        this.bytes = new byte[Math.max(room, Math.min(this.limit, INITIAL_SIZE))];
        this.size = room;
    }

    /** The number of octets written. */
    public int size() {
        return size;
    }

    /** A copy of the octets written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** The array that holds the octets at 0 to {@link #size()}; valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** Forgets what was written and keeps array and room. */
    public void reset() {
        size = room;
        isOver = false;
    }

    /** Forgets what was written from a position on. */
    void truncate(int newSize) {
        size = Objects.checkIndex(newSize, size + 1);
    }

    /** Writes the low eight bits. */
    public void write(int octet) {
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = (byte) octet;
    }

    /** Writes a range of an array. */
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void writeInt32(int value) {
        reserve(4);
        LittleEndian.putInt32(bytes, size, value);
        size += 4;
    }

    void writeInt64(long value) {
        reserve(8);
        LittleEndian.putInt64(bytes, size, value);
        size += 8;
    }

    /** Makes room for some octets; they count only once {@link #advance} is called. */
    void reserve(int length) {
        if (length > bytes.length - size) {
            grow(length);
        }
    }

    /** Counts octets that were put into the array behind the end. */
    void advance(int length) {
        size += length;
    }

    /** Puts one octet where one is already. */
    void set(int position, int octet) {
        bytes[position] = (byte) octet;
    }

    private void grow(int length) {
        long needed = (long) size + length;
        if (needed > limit || isOver) {
            // No room is left from now on, so that what was cut off is not taken for whole.
            isOver = true;
            bytes = Arrays.copyOf(bytes, size);
            throw new BelayException(
                    ErrorCode.QUOTA_EXCEEDED,
                    "output exceeds the limit of " + (limit - room) + " octets");
        }
        bytes =
                Arrays.copyOf(
                        bytes,
                        (int)
                                Math.min(
                                        limit,
                                        Math.max(
                                                needed,
                                                Math.max(INITIAL_SIZE, bytes.length * 2L))));
    }

    @Override
    public String toString() {
        return "XmlOutput[" + size + " of at most " + limit + " octets]";
    }
}
