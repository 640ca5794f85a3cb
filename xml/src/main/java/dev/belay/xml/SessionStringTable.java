package dev.belay.xml;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The strings that the peer has announced in one direction of a binary session, as the reader sees
 * them (MC-NBFSE). It grows with each message, in the order of the wire, up to a limit. After a
 * broken table or one over the limit the session is unusable for input: every further {@code add}
 * fails.
 *
 * <p>One thread adds. {@link #snapshot()} gives what a message may use to the thread that decodes
 * it, while the table goes on growing.
 */
public final class SessionStringTable {
    private final int limit;
    private XmlString[] strings = new XmlString[16];
    private int count;
    private int octets;
    private @Nullable BelayException failure;

    /**
     * An empty table.
     *
     * @param limit the largest sum of octets of strings with their lengths, from 0 on; 2048 is
     *     usual
     */
    public SessionStringTable(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit of a session table is negative: " + limit);
        }
        this.limit = limit;
    }

    private SessionStringTable(SessionStringTable origin) {
        this.limit = 0;
        this.strings = origin.strings;
        this.count = origin.count;
        this.octets = origin.octets;
    }

    /** The strings known so far, as a table that does not grow. */
    public SessionStringTable snapshot() {
        return new SessionStringTable(this);
    }

    /**
     * Adds the table that begins a message: its size, then the strings.
     *
     * @return the number of octets that the table took, its size included; the document begins
     *     there
     * @throws BelayException INVALID_FORMAT or QUOTA_EXCEEDED
     */
    public int addFrom(byte[] message, int offset, int length) {
        check();
        var input = new BinaryInput(message, offset, length);
        int size = input.multiByteInt();
        if (size < 0) {
            throw fail(
                    ErrorCode.INVALID_FORMAT, "size of the session string table is malformed", 0);
        }
        int begin = input.position() - offset;
        if (size > length - begin) {
            throw fail(
                    ErrorCode.INVALID_FORMAT,
                    "session string table of "
                            + size
                            + " octets in a message with "
                            + (length - begin)
                            + " left",
                    begin);
        }
        add(message, offset + begin, size);
        return begin + size;
    }

    /**
     * Adds a table without its size: strings, each after its length.
     *
     * @throws BelayException INVALID_FORMAT or QUOTA_EXCEEDED
     */
    public void add(byte[] table, int offset, int length) {
        check();
        if (length > limit - octets) {
            throw fail(
                    ErrorCode.QUOTA_EXCEEDED,
                    "session strings of "
                            + ((long) octets + length)
                            + " octets exceed the limit of "
                            + limit,
                    0);
        }
        var input = new BinaryInput(table, offset, length);
        while (!input.atEnd()) {
            int at = input.position() - offset;
            int size = input.multiByteInt();
            if (size < 0 || size > input.remaining()) {
                throw fail(
                        ErrorCode.INVALID_FORMAT,
                        "string runs past the end of the session string table",
                        at);
            }
            int begin = input.position();
            if (Utf8.firstInvalid(table, begin, size) >= 0) {
                throw fail(
                        ErrorCode.INVALID_FORMAT, "invalid UTF-8 in the session string table", at);
            }
            append(XmlString.of(Utf8.toString(table, begin, size)));
            input.skip(size);
        }
        octets += length;
    }

    void append(XmlString string) {
        if (count == strings.length) {
            strings = Arrays.copyOf(strings, count * 2);
        }
        strings[count++] = string;
    }

    private void check() {
        BelayException first = failure;
        if (first != null) {
            throw new BelayException(
                    ErrorCode.OBJECT_FAULTED, "session string table failed before", first);
        }
    }

    private BelayException fail(ErrorCode code, String message, int at) {
        var exception = new BelayException(code, message + " at byte " + at);
        failure = new BelayException(code, exception.getMessage());
        return exception;
    }

    /** The number of strings. */
    public int size() {
        return count;
    }

    /** What all strings take on the wire: their octets and those of their lengths. */
    public int octets() {
        return octets;
    }

    /** The string of an odd wire id, or null if there is none. */
    public @Nullable XmlString get(int id) {
        int position = id >>> 1;
        return (id & 1) != 0 && position < count ? strings[position] : null;
    }

    @Override
    public String toString() {
        return "SessionStringTable[" + count + " strings, " + octets + " octets]";
    }
}
