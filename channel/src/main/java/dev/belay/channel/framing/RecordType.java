package dev.belay.channel.framing;

import org.jspecify.annotations.Nullable;

/** The records of [MC-NMF] 2.2.3, with the layout of what follows the type octet. */
enum RecordType {
    VERSION(0x00, 2, "version"),
    MODE(0x01, 1, "mode"),
    VIA(0x02, RecordType.SIZED, "via"),
    KNOWN_ENCODING(0x03, 1, "known encoding"),
    EXTENSIBLE_ENCODING(0x04, RecordType.SIZED, "extensible encoding"),
    /** Followed by chunks, each with a size, up to a chunk of size zero. */
    UNSIZED_ENVELOPE(0x05, 0, "unsized envelope"),
    SIZED_ENVELOPE(0x06, RecordType.SIZED, "sized envelope"),
    END(0x07, 0, "end"),
    FAULT(0x08, RecordType.SIZED, "fault"),
    UPGRADE_REQUEST(0x09, RecordType.SIZED, "upgrade request"),
    UPGRADE_RESPONSE(0x0A, 0, "upgrade response"),
    PREAMBLE_ACK(0x0B, 0, "preamble ack"),
    PREAMBLE_END(0x0C, 0, "preamble end");

    /** In place of a number of octets: a size and that many octets follow. */
    private static final int SIZED = -1;

    private static final RecordType[] BY_CODE = values();

    private final int code;
    private final int octets;
    private final String title;

    RecordType(int code, int octets, String title) {
        this.code = code;
        this.octets = octets;
        this.title = title;
    }

    /** The record type with this code, or null where none is defined. */
    static @Nullable RecordType of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }

    byte code() {
        return (byte) code;
    }

    boolean isSized() {
        return octets == SIZED;
    }

    /** The number of octets after the type octet, for records that are not sized. */
    int fixedOctets() {
        return octets;
    }

    @Override
    public String toString() {
        return title;
    }
}
