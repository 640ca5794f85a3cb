package dev.belay.channel.framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes records as octets. Sizes are written in their shortest form. */
final class RecordEncoder {
    /** The longest head of a sized envelope: its type and five octets of size. */
    static final int MAX_ENVELOPE_HEAD = 6;

    private static final int MAJOR = 1;
    private static final int MINOR = 0;

    private RecordEncoder() {}

    /** A whole preamble, to be sent in one write. */
    static byte[] preamble(FramingMode mode, String via, FramingEncoding encoding) {
        ByteArrayOutputStream out = preambleStart(mode, via, encoding);
        if (mode == FramingMode.DUPLEX || mode == FramingMode.SINGLETON_UNSIZED) {
            out.write(RecordType.PREAMBLE_END.code());
        }
        return out.toByteArray();
    }

    /** A preamble up to an upgrade request; the rest is sent through the upgraded stream. */
    static byte[] preambleWithUpgrade(
            FramingMode mode, String via, FramingEncoding encoding, String upgrade) {
        ByteArrayOutputStream out = preambleStart(mode, via, encoding);
        sized(out, RecordType.UPGRADE_REQUEST, upgrade);
        return out.toByteArray();
    }

    private static ByteArrayOutputStream preambleStart(
            FramingMode mode, String via, FramingEncoding encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 + via.length());
        out.write(RecordType.VERSION.code());
        out.write(MAJOR);
        out.write(MINOR);
        out.write(RecordType.MODE.code());
        out.write(mode.code());
        sized(out, RecordType.VIA, via);
        if (encoding.known() == FramingEncoding.EXTENSIBLE) {
            sized(out, RecordType.EXTENSIBLE_ENCODING, encoding.contentType());
        } else {
            out.write(RecordType.KNOWN_ENCODING.code());
            out.write(encoding.known());
        }
        return out;
    }

    static byte[] fault(String uri) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(128);
        sized(out, RecordType.FAULT, uri);
        return out.toByteArray();
    }

    /** A record that consists of its type alone. */
    static byte[] signal(RecordType type) {
        if (type.isSized() || type.fixedOctets() != 0 || type == RecordType.UNSIZED_ENVELOPE) {
            throw new IllegalArgumentException(type + " has content");
        }
        return new byte[] {type.code()};
    }

    /**
     * Writes the head of a sized envelope so that it ends at an offset, right before the octets of
     * the message.
     *
     * @param at where the head ends; at least {@link #MAX_ENVELOPE_HEAD}
     * @return where the head begins
     */
    static int envelopeHeadBefore(byte[] into, int at, int size) {
        int octets = sizeLength(size);
        int begin = at - octets - 1;
        into[begin] = RecordType.SIZED_ENVELOPE.code();
        putSize(into, begin + 1, size);
        return begin;
    }

    /** A whole sized envelope. */
    static byte[] envelope(byte[] octets) {
        int head = 1 + sizeLength(octets.length);
        byte[] record = new byte[head + octets.length];
        envelopeHeadBefore(record, head, octets.length);
        System.arraycopy(octets, 0, record, head, octets.length);
        return record;
    }

    /** The number of octets that a size takes in its shortest form. */
    static int sizeLength(int size) {
        return size == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(size)) / 7;
    }

    /** Writes a size in its shortest form and returns the index behind it. */
    static int putSize(byte[] into, int at, int size) {
        int rest = size;
        int index = at;
        while (rest > 0x7F) {
            into[index++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        into[index++] = (byte) rest;
        return index;
    }

    private static void sized(ByteArrayOutputStream out, RecordType type, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        byte[] size = new byte[sizeLength(octets.length)];
        putSize(size, 0, octets.length);
        out.write(type.code());
        out.writeBytes(size);
        out.writeBytes(octets);
    }
}
