package dev.belay.xml;

/** What a text or an attribute value is made of. */
enum ValueKind {
    /** Characters in UTF-8. */
    TEXT,
    /** An integer within 64 signed bits. */
    INTEGER,
    /** An integer above that, in 64 unsigned bits. */
    UNSIGNED_LONG,
    /** 0 or 1, written as a word. */
    BOOLEAN,
    /** The bits of a single. */
    FLOAT,
    /** The bits of a double. */
    DOUBLE,
    /** Sixteen octets of a decimal. */
    DECIMAL,
    /** Ticks with the kind in the top two bits. */
    DATE_TIME,
    /** Signed ticks. */
    TIME_SPAN,
    /** Sixteen octets of a GUID. */
    UUID,
    /** Sixteen octets of a GUID, written as a URI. */
    UNIQUE_ID,
    /** Octets, written in base64. */
    BYTES
}
