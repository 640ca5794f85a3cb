package dev.belay.channel.http;

import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

import java.io.IOException;
import java.io.InputStream;

/**
 * The octets of one connection that are read and not yet parsed, strict where HttpCore's own buffer
 * is lenient: a line ends with CR LF and nothing else, holds no control character, and never ends
 * with the connection; heads and chunk lines have limits that are checked as octets arrive.
 *
 * <p>One thread at a time: the connection's.
 */
final class HttpInput implements SessionInputBuffer {
    private static final int CAPACITY = 4096;
    private static final int PLAIN_CHUNK_DIGITS = 6;

    private enum Place {
        /** Between messages: the end of the connection is in order. */
        BETWEEN,
        /** After the start line, up to the empty line. */
        HEAD,
        /** Chunk sizes and trailers. */
        BODY
    }

    private final byte[] buffer = new byte[CAPACITY];
    private final HttpLimits limits;
    private final BasicHttpTransportMetrics metrics = new BasicHttpTransportMetrics();
    private int position;
    private int limit;

    private Place place = Place.BETWEEN;
    private int headOctets;
    private int headerLines;
    private int overhead;
    private boolean foldable;

    HttpInput(HttpLimits limits) {
        this.limits = limits;
    }

    /** Expects the start line of a message next. */
    void beginHead() {
        place = Place.BETWEEN;
        headOctets = 0;
        headerLines = 0;
        foldable = false;
    }

    /** Expects a body next. */
    void beginBody() {
        place = Place.BODY;
        overhead = 0;
    }

    /** Octets read and not yet parsed. */
    @Override
    public int length() {
        return limit - position;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public int available() {
        return CAPACITY - length();
    }

    /**
     * Reads once into the free part of the buffer, without parsing.
     *
     * @return the number of octets read, 0 when the buffer is full, -1 at the end of the connection
     */
    int look(InputStream in) throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == CAPACITY) {
            return 0;
        }
        int read = in.read(buffer, limit, CAPACITY - limit);
        if (read > 0) {
            limit += read;
        }
        return read;
    }

    private boolean fill(InputStream in) throws IOException {
        position = 0;
        limit = 0;
        int read = in.read(buffer, 0, CAPACITY);
        limit = Math.max(read, 0);
        return read >= 0;
    }

    @Override
    public int read(byte[] into, int offset, int length, InputStream in) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit) {
            if (length >= CAPACITY) {
                return in.read(into, offset, length);
            }
            if (!fill(in)) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public int read(byte[] into, InputStream in) throws IOException {
        return read(into, 0, into.length, in);
    }

    @Override
    public int read(InputStream in) throws IOException {
        return position == limit && !fill(in) ? -1 : buffer[position++] & 0xff;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
        boolean carriageReturn = false;
        while (true) {
            if (position == limit && !fill(in)) {
                if (place == Place.BETWEEN && line.isEmpty() && !carriageReturn) {
                    return -1;
                }
                throw HttpRefusal.truncated("the connection ended inside " + what());
            }
            if (position == limit) {
                continue;
            }
            if (carriageReturn) {
                if (buffer[position] != '\n') {
                    throw HttpRefusal.malformed("CR without LF in " + what());
                }
                position++;
                count(2);
                lineRead(line);
                return line.length();
            }
            int end = endOfPlain();
            line.append(buffer, position, end - position);
            count(end - position);
            position = end;
            if (end < limit) {
                carriageReturn = lineEnd(buffer[end]);
                position++;
            }
        }
    }

    private int endOfPlain() {
        int end = position;
        while (end < limit && (buffer[end] >= ' ' || buffer[end] < 0 || buffer[end] == '\t')) {
            if (buffer[end] == 0x7f) {
                break;
            }
            end++;
        }
        return end;
    }

    private boolean lineEnd(byte octet) throws HttpRefusal {
        if (octet == '\r') {
            return true;
        }
        throw HttpRefusal.malformed(
                octet == '\n'
                        ? "LF without CR in " + what()
                        : "control character 0x%02x in %s".formatted(octet, what()));
    }

    private void count(int octets) throws HttpRefusal {
        if (place == Place.BODY) {
            overhead += octets;
            if (overhead > limits.chunkOverhead()) {
                throw HttpRefusal.overLimit(
                        413,
                        "chunk lines and trailers exceed " + limits.chunkOverhead() + " octets");
            }
            return;
        }
        headOctets += octets;
        if (headOctets > limits.headOctets()) {
            throw HttpRefusal.overLimit(
                    place == Place.BETWEEN ? 414 : 431,
                    what() + " exceeds the limit of " + limits.headOctets() + " octets for a head");
        }
    }

    private void lineRead(CharArrayBuffer line) throws HttpRefusal {
        switch (place) {
            case BETWEEN -> {
                if (!line.isEmpty()) {
                    place = Place.HEAD;
                }
            }
            case HEAD -> headerRead(line);
            case BODY -> chunkLineRead(line);
        }
    }

    private void headerRead(CharArrayBuffer line) throws HttpRefusal {
        if (line.isEmpty()) {
            return;
        }
        if (++headerLines > limits.headerCount()) {
            throw HttpRefusal.overLimit(431, "more than " + limits.headerCount() + " header lines");
        }
        if (isSpace(line.charAt(0))) {
            // RFC 9112, 5.2: folding is obsolete; old peers fold this one header, and it frames
            // nothing.
            if (!foldable) {
                throw HttpRefusal.malformed("folded header line");
            }
        } else {
            foldable = startsWith(line, "content-type:");
        }
    }

    private void chunkLineRead(CharArrayBuffer line) throws HttpRefusal {
        if (isPlainSize(line)) {
            overhead -= line.length() + 2; // so that many small chunks pass
        }
        // HttpCore reads the size with a signed parser that trims.
        if (!line.isEmpty()
                && (line.charAt(0) == '+' || line.charAt(0) == '-' || isSpace(line.charAt(0)))) {
            throw HttpRefusal.malformed("chunk size begins with '" + line.charAt(0) + "'");
        }
    }

    private static boolean isPlainSize(CharArrayBuffer line) {
        if (line.length() > PLAIN_CHUNK_DIGITS) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (Character.digit(line.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean startsWith(CharArrayBuffer line, String lowerCase) {
        if (line.length() < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(line.charAt(i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String what() {
        return switch (place) {
            case BETWEEN -> "the start line";
            case HEAD -> "a header line";
            case BODY -> "a chunk line or trailer";
        };
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return metrics;
    }
}
