package dev.belay.channel.framing;

/**
 * How the envelopes of a session are encoded, by known number or by content type ([MC-NMF]
 * 2.2.3.4).
 *
 * @param known the number of a known encoding, or {@link #EXTENSIBLE}
 * @param contentType the content type that was sent, or that the number stands for
 */
record FramingEncoding(int known, String contentType) {
    static final int EXTENSIBLE = -1;

    /** SOAP 1.1 as UTF-8 text. */
    static final FramingEncoding SOAP_11_UTF_8 = new FramingEncoding(0, "text/xml; charset=utf-8");

    /** SOAP 1.2 as UTF-8 text. */
    static final FramingEncoding SOAP_12_UTF_8 =
            new FramingEncoding(3, "application/soap+xml; charset=utf-8");

    /** Binary XML with the static dictionary. */
    static final FramingEncoding BINARY = new FramingEncoding(7, "application/soap+msbin1");

    /**
     * Binary XML with the static dictionary and a string table for each direction of the session.
     */
    static final FramingEncoding BINARY_SESSION =
            new FramingEncoding(8, "application/soap+msbinsession1");

    static FramingEncoding extensible(String contentType) {
        return new FramingEncoding(EXTENSIBLE, contentType);
    }

    /** The known encoding with this number. */
    static FramingEncoding known(int number) throws FramingException {
        return switch (number) {
            case 0 -> SOAP_11_UTF_8;
            case 1 -> new FramingEncoding(1, "text/xml; charset=utf16");
            case 2 -> new FramingEncoding(2, "text/xml; charset=unicodeFFFE");
            case 3 -> SOAP_12_UTF_8;
            case 4 -> new FramingEncoding(4, "application/soap+xml; charset=utf16");
            case 5 -> new FramingEncoding(5, "application/soap+xml; charset=unicodeFFFE");
            case 6 -> new FramingEncoding(6, "multipart/related");
            case 7 -> BINARY;
            case 8 -> BINARY_SESSION;
            default ->
                    throw FramingException.answered(
                            FramingFault.CONTENT_TYPE_INVALID,
                            "known encoding " + number + " is not defined");
        };
    }

    /**
     * Whether both name the same encoding: a known number and its content type written out are one.
     */
    boolean isSameAs(FramingEncoding other) {
        if (known != EXTENSIBLE && other.known != EXTENSIBLE) {
            return known == other.known;
        }
        return contentType.equalsIgnoreCase(other.contentType);
    }

    /**
     * Whether messages of this encoding depend on those before them, so that it needs a session.
     */
    boolean needsSession() {
        return contentType.regionMatches(
                true, 0, BINARY_SESSION.contentType, 0, BINARY_SESSION.contentType.length());
    }
}
