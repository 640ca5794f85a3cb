package dev.belay.soap;

import dev.belay.error.BelayException;
import dev.belay.xml.SessionStringCollector;
import dev.belay.xml.SessionStrings;
import dev.belay.xml.XmlDictionary;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlString;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.XmlWriterOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Encodes the messages of one direction of one binary session ({@code
 * application/soap+msbinsession1}, MC-NBFSE).
 *
 * <p>For any number of threads. Strings must be announced on the wire in the order in which they
 * take their ids, so encoding and enqueueing belong together: a message without new strings is
 * encoded and enqueued without a lock, one with new strings takes a short lock around enqueueing.
 * No code of users runs under it. Bodies are written up to twice for each attempt; after a few
 * attempts that other threads outran, the strings stay inline.
 */
public final class BinarySessionEncoder {
    private static final int ATTEMPTS = 3;

    private final MessageVersion version;
    private final int maxStrings;
    private final int maxSize;
    private final ReentrantLock announcing = new ReentrantLock();

    // Changed under the lock, after the strings are enqueued.
    private volatile SessionStrings announced = SessionStrings.none();

    /**
     * An encoder for a session that begins.
     *
     * @param maxStrings the most octets of all strings of the session: what the peer reads, 2048 is
     *     usual; 0 for none
     * @param maxSize the most octets of a message with its strings
     */
    public BinarySessionEncoder(MessageVersion version, int maxStrings, int maxSize) {
        this.version = version;
        this.maxStrings = maxStrings;
        this.maxSize = maxSize;
    }

    /** Takes encoded messages in the order of the wire. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Puts a message behind those that are to be sent. It must neither block nor call back, as
         * a lock may be held; if it throws, nothing was put.
         *
         * @param frame room for the caller's header, then the message; it belongs to the sink
         */
        void enqueue(byte[] frame);
    }

    /**
     * Encodes a message and hands it to the sink. The message is then done, also if this fails.
     *
     * @param room octets to leave free at the front, for a frame header
     * @throws BelayException QUOTA_EXCEEDED if it is too large; INVALID_FORMAT for text that XML
     *     cannot hold
     * @throws IllegalStateException if the message is not INITIALIZED
     * @throws IllegalArgumentException if it is of another version
     */
    public void encode(Message message, int room, Sink sink) {
        if (!message.version().equals(version)) {
            throw new IllegalArgumentException(
                    "message is of version " + message.version() + ", the session of " + version);
        }
        message.beginWriting();
        try {
            if (message.headers().relatesTo() != null && message.headers().rawTo() == null) {
                // What replies of .NET say on a session.
                message.headers().to(version.addressing().anonymousString());
            }
            encodeBegun(message, room, sink);
        } finally {
            message.endWriting();
        }
    }

    private void encodeBegun(Message message, int room, Sink sink) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SessionStrings base = announced;
            var collector = new SessionStringCollector(base);
            byte[] plain = write(message, room, base, base, collector);
            SessionStrings next = base.with(fitting(base, collector.missed()));
            if (next == base) {
                sink.enqueue(plain);
                return;
            }
            byte[] announcement =
                    write(message, room, base, next, new SessionStringCollector(next));
            if (announce(base, next, announcement, sink)) {
                return;
            }
        }
        SessionStrings base = announced;
        sink.enqueue(write(message, room, base, base, new SessionStringCollector(base)));
    }

    /** Enqueues a message with new strings, unless others have announced some since. */
    private boolean announce(SessionStrings base, SessionStrings next, byte[] frame, Sink sink) {
        announcing.lock();
        try {
            if (announced != base) {
                return false;
            }
            sink.enqueue(frame);
            announced = next;
            return true;
        } finally {
            announcing.unlock();
        }
    }

    /** Those of the strings, in order, that fit into what is left of the session's table. */
    private List<XmlString> fitting(SessionStrings base, List<XmlString> strings) {
        List<XmlString> fitting = new ArrayList<>(strings.size());
        int left = maxStrings - base.octets();
        for (XmlString string : strings) {
            int octets = SessionStrings.octets(string);
            if (octets <= left) {
                fitting.add(string);
                left -= octets;
            }
        }
        return fitting;
    }

    private byte[] write(
            Message message,
            int room,
            SessionStrings earlier,
            SessionStrings strings,
            SessionStringCollector collector) {
        var out = new XmlOutput(room, maxSize);
        strings.writeTable(earlier, out);
        XmlWriter writer =
                XmlWriter.binary(out, XmlDictionary.nbfs(), collector, XmlWriterOptions.DEFAULT);
        message.writeTo(writer);
        writer.flush();
        return out.toByteArray();
    }
}
