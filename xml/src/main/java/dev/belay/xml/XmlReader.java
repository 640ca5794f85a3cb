package dev.belay.xml;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;

/**
 * Reads one XML document, forward only, over text or binary; what reads through it cannot tell
 * which. A reader stands on a node. The first level of methods goes node by node; the second goes
 * by elements and typed values, and skips white space and comments.
 *
 * <p>Bad data is a {@link BelayException} with the place: INVALID_FORMAT, NUMERIC_OVERFLOW for a
 * number that is too large for the type asked for, QUOTA_EXCEEDED for a limit of {@link XmlQuotas}.
 * It faults the reader: later calls that read fail with OBJECT_FAULTED. Asking a node for what it
 * does not have is an {@link IllegalStateException} and changes nothing.
 *
 * <p>For one thread at a time. It never blocks, takes no lock, and does not change the document,
 * which must not change either.
 */
public sealed interface XmlReader permits NodeReader {
    /** A reader of UTF-8 text; a byte order mark is skipped, and a declaration must agree. */
    static XmlReader text(byte[] document, int offset, int length, XmlQuotas quotas) {
        return new TextXmlReader(document, offset, length, quotas);
    }

    /**
     * A reader of binary XML (MC-NBFX).
     *
     * @param dictionary the strings behind even ids
     * @param session the strings behind odd ids; null if the encoding has none
     */
    static XmlReader binary(
            byte[] document,
            int offset,
            int length,
            XmlDictionary dictionary,
            @Nullable SessionStringTable session,
            XmlQuotas quotas) {
        return new BinaryXmlReader(document, offset, length, dictionary, session, quotas);
    }

    // Nodes

    /** The node that the reader stands on; TEXT inside an attribute. */
    NodeType nodeType();

    /** Moves on by one node and returns it; stays at END. */
    NodeType next();

    /** The number of open elements, the one of the current start or end tag included. */
    int depth();

    /** The prefix of the current start or end tag, empty for none. */
    String prefix();

    /** The name without prefix of the current start or end tag. */
    String localName();

    /** The namespace of the current start or end tag, empty for none. */
    String namespace();

    /** The expanded name of the current start or end tag. */
    XmlName name();

    /** Whether the reader stands on a start tag of this name. */
    boolean isElement(XmlName name);

    /** The number of attributes of the current start tag, namespace declarations included. */
    int attributeCount();

    /**
     * The prefix of an attribute; of a namespace declaration {@code xmlns}, or empty for the
     * default namespace.
     */
    String attributePrefix(int index);

    /**
     * The name without prefix of an attribute; of a namespace declaration the prefix declared, or
     * {@code xmlns}.
     */
    String attributeLocalName(int index);

    /**
     * The namespace of an attribute; of a namespace declaration {@code
     * http://www.w3.org/2000/xmlns/}.
     */
    String attributeNamespace(int index);

    /** The value of an attribute as text; of a namespace declaration the namespace. */
    String attributeValue(int index);

    /** Whether an attribute declares a namespace. */
    boolean isNamespaceDeclaration(int index);

    /** Whether an attribute has this name. */
    boolean isAttribute(int index, XmlName name);

    /** The index of the attribute of this name on the current start tag, or -1. */
    int findAttribute(XmlName name);

    /** Enters an attribute of the current start tag: typed reads then read its value. */
    void enterAttribute(int index);

    /** Goes back from an attribute to its start tag. */
    void leaveAttribute();

    /** The characters of the current text or comment. */
    String text();

    /** Whether the current node is text of nothing but white space. */
    boolean isWhitespace();

    /**
     * The namespace that a prefix is bound to here, empty for an unbound empty prefix; null if not
     * bound.
     */
    @Nullable String namespaceOf(String prefix);

    /** A prefix that is bound to a namespace here; null if there is none. */
    @Nullable String prefixOf(String namespace);

    /**
     * The value in scope of {@code xml:lang}, {@code xml:space} or {@code xml:base}; null if there
     * is none.
     */
    @Nullable String xmlAttribute(String localName);

    // Elements and values

    /**
     * Moves to the next start tag, if the reader does not stand on one. False if an end tag or the
     * end comes first; the reader stays there.
     */
    boolean toElement();

    /**
     * As {@link #toElement()}, and whether it has this name. The reader stays on an element of
     * another name.
     */
    boolean toElement(XmlName name);

    /** From a start tag into its content. */
    void enter();

    /** Moves to the end tag and behind it; only white space and comments may come before. */
    void leave();

    /** Moves behind the current node, of a start tag behind its end tag. */
    void skip();

    /**
     * The text up to the end tag, which stays unread; comments are left out. So do all reads of
     * values.
     */
    String readString();

    /** The text as xs:boolean. */
    boolean readBoolean();

    /** The text as xs:byte. */
    byte readByte();

    /** The text as xs:short. */
    short readShort();

    /** The text as xs:int. */
    int readInt();

    /** The text as xs:long. */
    long readLong();

    /** The text as xs:unsignedByte. */
    short readUnsignedByte();

    /** The text as xs:unsignedShort. */
    int readUnsignedShort();

    /** The text as xs:unsignedInt. */
    long readUnsignedInt();

    /** The text as xs:unsignedLong. */
    BigInteger readUnsignedLong();

    /** The text as xs:integer, of at most 1000 digits. */
    BigInteger readInteger();

    /** The text as xs:float. */
    float readFloat();

    /** The text as xs:double. */
    double readDouble();

    /** The text as xs:decimal, of at most 1000 digits. */
    BigDecimal readDecimal();

    /** The text as xs:dateTime. */
    XmlDateTime readDateTime();

    /** The text as xs:duration. */
    XmlDuration readDuration();

    /**
     * The text as a span of time: an xs:duration without years and months, or {@code
     * [-][d.]hh:mm:ss[.fffffff]}.
     */
    Duration readTimeSpan();

    /** The text as a GUID without braces. */
    UUID readUuid();

    /** The text as a URI, with GUIDs as {@code urn:uuid:…}. */
    String readUniqueId();

    /** The text as xs:base64Binary. */
    byte[] readBytes();

    /** The text as xs:QName; a name without prefix takes the default namespace. */
    XmlName readQName();

    /**
     * Reads repeated {@code <item>value</item>} as long as there is room. The reader is then before
     * what follows.
     *
     * @return the number of items read; 0 if no item comes next
     */
    int readArray(XmlName item, boolean[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, short[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, int[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, long[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, float[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, double[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, BigDecimal[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, XmlDateTime[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, Duration[] into, int offset, int length);

    /** As the other. */
    int readArray(XmlName item, UUID[] into, int offset, int length);

    /**
     * The element that the reader stands on, with what it needs of its surroundings; the reader is
     * then behind it.
     */
    XmlBuffer readBuffer();

    // Errors

    /** Where the reader stands. */
    Location location();

    /**
     * The failure that data which the reader delivered is bad, with the place; for the caller to
     * throw. It faults the reader.
     */
    BelayException error(ErrorCode code, String message);
}
