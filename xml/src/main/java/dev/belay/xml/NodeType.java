package dev.belay.xml;

/** What an {@link XmlReader} stands on. The XML declaration and the attributes are no nodes. */
public enum NodeType {
    /** Before the first node. */
    BEGIN,
    /**
     * A start tag, with its attributes. An empty-element tag is followed by an end tag like any
     * other.
     */
    ELEMENT,
    /** Character data; adjacent text may come in several nodes. */
    TEXT,
    /** An end tag. */
    END_ELEMENT,
    /** A comment. */
    COMMENT,
    /**
     * The start of a CDATA section, whose text follows as {@link #TEXT}; in text encodings only.
     */
    CDATA,
    /** The end of a CDATA section. */
    END_CDATA,
    /** After the last node. */
    END
}
