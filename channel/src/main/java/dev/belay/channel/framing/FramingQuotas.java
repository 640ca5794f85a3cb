package dev.belay.channel.framing;

/**
 * How long a peer's records may be, in octets as they stand on the wire. A declared size above the
 * quota is refused before any of its octets is read.
 */
record FramingQuotas(int via, int contentType, int faultText, int message) {
    static final FramingQuotas DEFAULT = new FramingQuotas(2048, 256, 256, 65536);

    FramingQuotas message(int octets) {
        return new FramingQuotas(via, contentType, faultText, octets);
    }

    int of(RecordType type) {
        return switch (type) {
            case VIA -> via;
            case EXTENSIBLE_ENCODING, UPGRADE_REQUEST -> contentType;
            case FAULT -> faultText;
            case SIZED_ENVELOPE, UNSIZED_ENVELOPE -> message;
            case VERSION, MODE, KNOWN_ENCODING, END, UPGRADE_RESPONSE, PREAMBLE_ACK, PREAMBLE_END ->
                    type.fixedOctets();
        };
    }

    /**
     * What to throw for a record of this type whose declared or counted size is above its quota.
     */
    FramingException exceeded(RecordType type, long size) {
        String message = type + " of " + size + " octets exceeds the quota of " + of(type);
        return switch (type) {
            case VIA -> FramingException.answered(FramingFault.VIA_TOO_LONG, message);
            case EXTENSIBLE_ENCODING ->
                    FramingException.answered(FramingFault.CONTENT_TYPE_TOO_LONG, message);
            case UPGRADE_REQUEST ->
                    FramingException.answered(FramingFault.UPGRADE_INVALID, message);
            case SIZED_ENVELOPE, UNSIZED_ENVELOPE ->
                    FramingException.answered(FramingFault.MAX_MESSAGE_SIZE_EXCEEDED, message);
            case FAULT,
                    VERSION,
                    MODE,
                    KNOWN_ENCODING,
                    END,
                    UPGRADE_RESPONSE,
                    PREAMBLE_ACK,
                    PREAMBLE_END ->
                    FramingException.silent(message);
        };
    }
}
