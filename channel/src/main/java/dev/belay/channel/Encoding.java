package dev.belay.channel;

/** How envelopes become bytes. */
public enum Encoding {
    /** XML text in UTF-8. */
    TEXT_UTF8,
    /** Binary XML with the static dictionary only. */
    BINARY,
    /** Binary XML whose dictionary grows with the session. */
    BINARY_SESSION,
    /** XML text with binary data as parts of a MIME package. */
    MTOM
}
