package dev.belay.channel.http;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The body of one message, read whole. Memory grows with what arrives, never with what is
 * announced, and ends at the limit; a body that ends early is an error.
 */
final class HttpBody {
    private static final int FIRST_STEP = 8192;

    /** No limits of HttpCore's own: {@link HttpInput} counts chunk lines and trailers. */
    static final Http1Config CONFIG =
            Http1Config.custom()
                    .setMaxEmptyLineCount(2)
                    .setMaxHeaderCount(0)
                    .setMaxLineLength(0)
                    .build();

    private final InputStream stream;
    private final long length;

    private HttpBody(InputStream stream, long length) {
        this.stream = stream;
        this.length = length;
    }

    /**
     * A body with the length of {@link BodyFraming}; UNSAID means up to the end of the connection.
     */
    static HttpBody of(HttpInput input, InputStream in, long length) {
        if (length == BodyFraming.CHUNKED) {
            input.beginBody();
            return new HttpBody(new ChunkedInputStream(input, in, CONFIG), length);
        }
        if (length == BodyFraming.UNSAID) {
            return new HttpBody(new UntilClose(input, in), length);
        }
        return new HttpBody(new ContentLengthInputStream(input, in, length), length);
    }

    /** Refuses an announced length over the limit before anything is read. */
    static void checkAnnounced(long length, long maxOctets) throws HttpRefusal {
        if (length > maxOctets) {
            throw tooLarge("body of " + length + " octets", maxOctets);
        }
    }

    /** Reads all. */
    Octets read(int maxOctets) throws IOException {
        checkAnnounced(length, maxOctets);
        int ceiling = length >= 0 ? (int) length : maxOctets;
        byte[] octets = new byte[Math.min(ceiling, FIRST_STEP)];
        int size = 0;
        while (true) {
            if (size == octets.length) {
                if (size == ceiling) {
                    break;
                }
                octets = Arrays.copyOf(octets, (int) Math.min(ceiling, 2L * size));
            }
            int read = next(octets, size, octets.length - size);
            if (read < 0) {
                return new Octets(octets, size);
            }
            size += read;
        }
        if (length < 0 && next(new byte[1], 0, 1) >= 0) {
            throw tooLarge("body of more than " + maxOctets + " octets", maxOctets);
        }
        return new Octets(octets, size);
    }

    /** Reads and drops what is left, up to a limit; false when there is more. */
    boolean skip(long maxOctets) throws IOException {
        byte[] scratch = new byte[1024];
        long left = maxOctets;
        while (true) {
            int read = next(scratch, 0, scratch.length);
            if (read < 0) {
                return true;
            }
            left -= read;
            if (left < 0) {
                return false;
            }
        }
    }

    /** Reads the beginning, up to a limit. */
    Octets peek(int maxOctets) throws IOException {
        byte[] octets = new byte[maxOctets];
        int size = 0;
        while (size < maxOctets) {
            int read = next(octets, size, maxOctets - size);
            if (read < 0) {
                break;
            }
            size += read;
        }
        return new Octets(octets, size);
    }

    private int next(byte[] into, int offset, int count) throws IOException {
        try {
            return stream.read(into, offset, count);
        } catch (ConnectionClosedException | TruncatedChunkException e) {
            throw caused(HttpRefusal.truncated("the connection ended inside a body"), e);
        } catch (MalformedChunkCodingException e) {
            throw caused(HttpRefusal.malformed("chunk: " + e.getMessage()), e);
        }
    }

    private static HttpRefusal caused(HttpRefusal refusal, IOException cause) {
        refusal.initCause(cause);
        return refusal;
    }

    private static HttpRefusal tooLarge(String what, long maxOctets) {
        return HttpRefusal.overLimit(413, what + " exceeds the limit of " + maxOctets + " octets");
    }

    private static final class UntilClose extends InputStream {
        private final HttpInput input;
        private final InputStream in;

        UntilClose(HttpInput input, InputStream in) {
            this.input = input;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return input.read(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return input.read(into, offset, length, in);
        }
    }
}
