package dev.belay.xml;

import dev.belay.error.BelayException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** What all readers share on the level of elements and typed values. */
abstract sealed class ValueReader extends NodeReader permits TextXmlReader, BinaryXmlReader {
    private final TypedValue gathered = new TypedValue();
    private final Conversions conversions = new Conversions(this);

    ValueReader(XmlQuotas quotas) {
        super(quotas);
    }

    /**
     * Moves values of the array that the reader stands in to the consumer, if the encoding has the
     * items in a row.
     *
     * @return the number of items, at most {@code length}; 0 if there is no array of this kind
     */
    abstract int takeItems(int itemRecord, int length);

    /** The octets that {@link #takeItems} meant. */
    abstract byte[] itemBytes();

    /** Where in them the first item begins. */
    abstract int itemOffset();

    // Elements

    /** Moves over white space and comments to a tag or the end; other text is an error. */
    private NodeType toTag() {
        checkUsable();
        if (enteredValue() != null) {
            throw new IllegalStateException("the XmlReader is inside an attribute");
        }
        NodeType type = nodeType();
        while (true) {
            switch (type) {
                case ELEMENT, END_ELEMENT, END -> {
                    return type;
                }
                case TEXT -> {
                    if (!isWhitespace()) {
                        throw fail(
                                position(),
                                "expected an element but found text " + Conversions.shown(value()));
                    }
                }
                case BEGIN, COMMENT, CDATA, END_CDATA -> {}
            }
            type = next();
        }
    }

    @Override
    public final boolean toElement() {
        return toTag() == NodeType.ELEMENT;
    }

    @Override
    public final boolean toElement(XmlName name) {
        return toTag() == NodeType.ELEMENT && isElement(name);
    }

    @Override
    public final void enter() {
        if (nodeType() != NodeType.ELEMENT) {
            checkUsable();
            throw new IllegalStateException("XmlReader.enter on " + nodeType());
        }
        next();
    }

    @Override
    public final void leave() {
        if (toTag() != NodeType.END_ELEMENT) {
            throw fail(position(), "expected an end tag but found " + found());
        }
        next();
    }

    @Override
    public final void skip() {
        if (nodeType() == NodeType.ELEMENT) {
            int depth = depth();
            while (next() != NodeType.END_ELEMENT || depth() != depth) {
                // Each turn moves on; the end of the document inside an element is an error there.
            }
        }
        next();
    }

    /** The current node in words. */
    private String found() {
        return switch (nodeType()) {
            case ELEMENT -> "element " + Conversions.shown(localName());
            case END_ELEMENT -> "the end of element " + Conversions.shown(localName());
            case END -> "the end of the document";
            default -> nodeType().toString();
        };
    }

    // Content

    /** The whole text up to the end tag, comments left out; inside an attribute its value. */
    private TypedValue content() {
        checkUsable();
        TypedValue attribute = enteredValue();
        if (attribute != null) {
            return attribute;
        }
        NodeType type = nodeType();
        if (type == NodeType.BEGIN || type == NodeType.END) {
            throw new IllegalStateException("XmlReader: a value is read at " + type);
        }
        TypedValue first = null;
        XmlOutput joined = null;
        boolean onlyBytes = true;
        while (type != NodeType.END_ELEMENT) {
            switch (type) {
                case TEXT -> {
                    if (first == null) {
                        first = holdValue();
                    } else {
                        if (joined == null) {
                            joined = gathered.scratch();
                            onlyBytes =
                                    first.kind() == ValueKind.BYTES
                                            && value().kind() == ValueKind.BYTES;
                            append(first, onlyBytes, joined);
                        } else if (onlyBytes && value().kind() != ValueKind.BYTES) {
                            joined = textOfBytes(joined);
                            onlyBytes = false;
                        }
                        append(value(), onlyBytes, joined);
                        checkExpansion(joined.size());
                    }
                }
                case COMMENT, CDATA, END_CDATA -> {}
                case ELEMENT, END, BEGIN, END_ELEMENT ->
                        throw fail(position(), "expected text but found " + found());
            }
            type = next();
        }
        if (joined != null) {
            gathered.setScratch(onlyBytes ? ValueKind.BYTES : ValueKind.TEXT, joined);
            return gathered;
        }
        if (first == null) {
            gathered.clear();
            return gathered;
        }
        return first;
    }

    private static void append(TypedValue value, boolean asBytes, XmlOutput out) {
        if (asBytes) {
            out.write(value.bytes(), value.offset(), value.length());
        } else {
            ValueText.append(value, out);
        }
    }

    private XmlOutput textOfBytes(XmlOutput bytes) {
        byte[] octets = bytes.toByteArray();
        XmlOutput out = gathered.scratch();
        Base64Text.encode(octets, 0, octets.length, out);
        return out;
    }

    // Values

    @Override
    public final String readString() {
        return content().toString();
    }

    @Override
    public final boolean readBoolean() {
        return conversions.bool(content());
    }

    @Override
    public final byte readByte() {
        return (byte) conversions.integer(content(), Byte.MIN_VALUE, Byte.MAX_VALUE, "xs:byte");
    }

    @Override
    public final short readShort() {
        return (short) conversions.integer(content(), Short.MIN_VALUE, Short.MAX_VALUE, "xs:short");
    }

    @Override
    public final int readInt() {
        return (int) conversions.integer(content(), Integer.MIN_VALUE, Integer.MAX_VALUE, "xs:int");
    }

    @Override
    public final long readLong() {
        return conversions.integer(content(), Long.MIN_VALUE, Long.MAX_VALUE, "xs:long");
    }

    @Override
    public final short readUnsignedByte() {
        return (short) conversions.integer(content(), 0, 0xFF, "xs:unsignedByte");
    }

    @Override
    public final int readUnsignedShort() {
        return (int) conversions.integer(content(), 0, 0xFFFF, "xs:unsignedShort");
    }

    @Override
    public final long readUnsignedInt() {
        return conversions.integer(content(), 0, 0xFFFF_FFFFL, "xs:unsignedInt");
    }

    @Override
    public final BigInteger readUnsignedLong() {
        return conversions.unsignedLong(content());
    }

    @Override
    public final BigInteger readInteger() {
        return conversions.bigInteger(content());
    }

    @Override
    public final float readFloat() {
        return conversions.single(content());
    }

    @Override
    public final double readDouble() {
        return conversions.real(content());
    }

    @Override
    public final BigDecimal readDecimal() {
        return conversions.decimal(content());
    }

    @Override
    public final XmlDateTime readDateTime() {
        return conversions.dateTime(content());
    }

    @Override
    public final XmlDuration readDuration() {
        return conversions.duration(content());
    }

    @Override
    public final Duration readTimeSpan() {
        return conversions.timeSpan(content());
    }

    @Override
    public final UUID readUuid() {
        return conversions.uuid(content());
    }

    @Override
    public final String readUniqueId() {
        TypedValue value = content();
        return value.kind() == ValueKind.UUID ? Guid.URN + value : conversions.trimmed(value);
    }

    @Override
    public final byte[] readBytes() {
        return conversions.bytes(content());
    }

    @Override
    public final XmlName readQName() {
        String text = conversions.trimmed(content());
        int colon = text.indexOf(':');
        String prefix = colon < 0 ? "" : text.substring(0, colon);
        String localName = text.substring(colon + 1);
        if (!XmlCharacters.isNCName(localName) || colon == 0) {
            throw notA("xs:QName", text);
        }
        String namespace = namespaceOf(prefix);
        if (namespace == null) {
            throw fail(
                    errorPosition(),
                    "prefix " + Conversions.shown(prefix) + " of a QName is not declared");
        }
        return XmlName.of(namespace, localName);
    }

    private BelayException notA(String type, String text) {
        return fail(errorPosition(), "expected " + type + " but found " + Conversions.shown(text));
    }

    // Arrays

    /** Whether an item comes next; enters it. */
    private boolean enterItem(XmlName item) {
        if (!toElement(item)) {
            return false;
        }
        next();
        return true;
    }

    /** Moves to the first item, if there is one, and takes those that lie in a row. */
    private int itemsInARow(XmlName item, int itemRecord, int length) {
        return length > 0 && toElement(item) ? takeItems(itemRecord, length) : 0;
    }

    @Override
    public final int readArray(XmlName item, boolean[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = itemsInARow(item, Records.BOOL, length);
        for (int i = 0; i < count; i++) {
            into[offset + i] = itemBytes()[itemOffset() + i] != 0;
        }
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readBoolean();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, short[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = itemsInARow(item, Records.INT16, length);
        for (int i = 0; i < count; i++) {
            into[offset + i] = LittleEndian.int16(itemBytes(), itemOffset() + i * 2);
        }
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readShort();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, int[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = itemsInARow(item, Records.INT32, length);
        for (int i = 0; i < count; i++) {
            into[offset + i] = LittleEndian.int32(itemBytes(), itemOffset() + i * 4);
        }
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readInt();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, long[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = itemsInARow(item, Records.INT64, length);
        for (int i = 0; i < count; i++) {
            into[offset + i] = LittleEndian.int64(itemBytes(), itemOffset() + i * 8);
        }
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readLong();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, float[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = itemsInARow(item, Records.FLOAT, length);
        for (int i = 0; i < count; i++) {
            into[offset + i] =
                    Float.intBitsToFloat(LittleEndian.int32(itemBytes(), itemOffset() + i * 4));
        }
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readFloat();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, double[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = itemsInARow(item, Records.DOUBLE, length);
        for (int i = 0; i < count; i++) {
            into[offset + i] =
                    Double.longBitsToDouble(LittleEndian.int64(itemBytes(), itemOffset() + i * 8));
        }
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readDouble();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, BigDecimal[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = 0;
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readDecimal();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, XmlDateTime[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = 0;
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readDateTime();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, Duration[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = 0;
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readTimeSpan();
            next();
        }
        return count;
    }

    @Override
    public final int readArray(XmlName item, UUID[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = 0;
        for (; count < length && enterItem(item); count++) {
            into[offset + count] = readUuid();
            next();
        }
        return count;
    }

    @Override
    public final XmlBuffer readBuffer() {
        checkUsable();
        if (nodeType() != NodeType.ELEMENT) {
            throw new IllegalStateException("XmlReader.readBuffer on " + nodeType());
        }
        return XmlBuffer.read(this);
    }
}
