package dev.belay.xml;

import dev.belay.error.BelayException;

import org.jspecify.annotations.Nullable;

/** Reads binary XML (MC-NBFX 2.1, 2.2). */
final class BinaryXmlReader extends ValueReader {
    /** What records with a short form of a long text may grow by. */
    private static final long EXPANSION = 8;

    private static final int LEAST_EXPANSION = 16 * 1024;

    private final int begin;
    private final BinaryInput input;
    private final BinaryStrings strings;
    private final BinaryValues values;
    private final int maxExpansion;
    private int position;
    private boolean endsWithText;

    private final ArrayItems items = new ArrayItems();
    private int taken;

    BinaryXmlReader(
            byte[] document,
            int offset,
            int length,
            XmlDictionary dictionary,
            @Nullable SessionStringTable session,
            XmlQuotas quotas) {
        super(quotas);
        begin = offset;
        position = offset;
        maxExpansion = (int) Math.min(Integer.MAX_VALUE, length * EXPANSION + LEAST_EXPANSION);
        input = new BinaryInput(document, offset, length);
        strings = new BinaryStrings(this, input, dictionary, session);
        values = new BinaryValues(this, input, strings);
    }

    @Override
    int position() {
        return position;
    }

    @Override
    Location locate(int at) {
        return new Location(at - begin, -1, -1, elements.path());
    }

    // Nodes

    @Override
    void advance() {
        if (endsWithText) {
            endsWithText = false;
            setNode(NodeType.END_ELEMENT);
            return;
        }
        if (items.hasMore()) {
            item();
            return;
        }
        boolean isFound = false;
        while (!isFound) {
            isFound = record();
        }
    }

    /** Reads one record; false if it gives no node. */
    private boolean record() {
        position = input.position();
        int code = input.octet();
        if (code < 0) {
            end();
        } else if (Records.isText(code) || code == Records.START_LIST) {
            return text(code);
        } else if (Records.isElement(code)) {
            element(code);
            resolveTag(position);
        } else if (code == Records.END_ELEMENT) {
            if (depth() == 0) {
                throw fail(position, "an end element record where no element is open");
            }
            setNode(NodeType.END_ELEMENT);
        } else if (code == Records.COMMENT) {
            strings.comment(value());
            setNode(NodeType.COMMENT);
        } else if (code == Records.ARRAY) {
            array();
        } else if (Records.isAttribute(code)) {
            throw fail(position, "an attribute record that does not follow a start tag");
        } else {
            throw unknown(code);
        }
        return true;
    }

    private BelayException unknown(int code) {
        return fail(position, "record " + BinaryStrings.hex(code) + " is not allowed here");
    }

    private void end() {
        if (depth() > 0) {
            throw fail(position, "the document ends with an element open");
        }
        if (!hasRoot()) {
            throw fail(position, "the document ends without a root element");
        }
        setNode(NodeType.END);
    }

    private boolean text(int code) {
        if (depth() == 0 && (code & 1) != 0) {
            throw fail(position, "a text record ends an element where none is open");
        }
        values.read(code & 0xFE, value());
        endsWithText = (code & 1) != 0;
        if (Records.isBytes(code) && !endsWithText && Records.isBytes(input.peek())) {
            endsWithText = values.readMoreBytes(value());
        }
        if (depth() == 0) {
            if (!value().isWhitespace()) {
                throw fail(
                        position,
                        "text " + Conversions.shown(value()) + " outside of the root element");
            }
            return false;
        }
        if (!value().isEmpty()) {
            setNode(NodeType.TEXT);
            return true;
        }
        if (endsWithText) {
            endsWithText = false;
            setNode(NodeType.END_ELEMENT);
            return true;
        }
        return false;
    }

    // Elements

    private void element(int code) {
        OpenElements.OpenElement element = open(position);
        switch (code) {
            case Records.SHORT_ELEMENT -> {
                element.prefix.clear();
                strings.name(element.localName);
            }
            case Records.ELEMENT -> {
                strings.prefix(element.prefix);
                strings.name(element.localName);
            }
            case Records.SHORT_DICTIONARY_ELEMENT -> {
                element.prefix.clear();
                strings.dictionaryName(element.localName);
            }
            case Records.DICTIONARY_ELEMENT -> {
                strings.prefix(element.prefix);
                strings.dictionaryName(element.localName);
            }
            default -> {
                if (code < Records.PREFIX_ELEMENT_A) {
                    element.prefix.set(
                            Namespaces.letter(code - Records.PREFIX_DICTIONARY_ELEMENT_A));
                    strings.dictionaryName(element.localName);
                } else {
                    element.prefix.set(Namespaces.letter(code - Records.PREFIX_ELEMENT_A));
                    strings.name(element.localName);
                }
            }
        }
        while (Records.isAttribute(input.peek())) {
            int at = input.position();
            attribute(input.octet(), at);
        }
    }

    private void attribute(int code, int at) {
        if (code >= Records.SHORT_XMLNS && code <= Records.DICTIONARY_XMLNS) {
            declaration(code, addAttribute(at, true));
            return;
        }
        Attribute attribute = addAttribute(at, false);
        switch (code) {
            case Records.SHORT_ATTRIBUTE -> {
                attribute.prefix.clear();
                strings.name(attribute.localName);
            }
            case Records.ATTRIBUTE -> {
                strings.prefix(attribute.prefix);
                strings.name(attribute.localName);
            }
            case Records.SHORT_DICTIONARY_ATTRIBUTE -> {
                attribute.prefix.clear();
                strings.dictionaryName(attribute.localName);
            }
            case Records.DICTIONARY_ATTRIBUTE -> {
                strings.prefix(attribute.prefix);
                strings.dictionaryName(attribute.localName);
            }
            default -> {
                if (code < Records.PREFIX_ATTRIBUTE_A) {
                    attribute.prefix.set(
                            Namespaces.letter(code - Records.PREFIX_DICTIONARY_ATTRIBUTE_A));
                    strings.dictionaryName(attribute.localName);
                } else {
                    attribute.prefix.set(Namespaces.letter(code - Records.PREFIX_ATTRIBUTE_A));
                    strings.name(attribute.localName);
                }
            }
        }
        if (attribute.prefix.isEmpty() && attribute.localName.is(Namespaces.XMLNS_PREFIX)) {
            throw fail(at, "attribute 'xmlns' in an attribute record");
        }
        attributeValue(attribute.value);
    }

    private void attributeValue(TypedValue value) {
        int at = input.position();
        int code = input.octet();
        if ((!Records.isText(code) && code != Records.START_LIST) || (code & 1) != 0) {
            throw fail(
                    at,
                    code < 0
                            ? "the document ends in an attribute"
                            : "record "
                                    + BinaryStrings.hex(code)
                                    + " as the value of an attribute");
        }
        values.read(code, value);
    }

    private void declaration(int code, Attribute attribute) {
        if (code == Records.SHORT_XMLNS || code == Records.SHORT_DICTIONARY_XMLNS) {
            attribute.prefix.clear();
            attribute.localName.set(Namespaces.XMLNS_PREFIX);
        } else {
            attribute.prefix.set(Namespaces.XMLNS_PREFIX);
            strings.prefix(attribute.localName);
        }
        if (code == Records.SHORT_XMLNS || code == Records.XMLNS) {
            strings.text(attribute.value);
        } else {
            attribute.value.setString(strings.dictionaryText());
        }
    }

    // Arrays

    private void array() {
        int at = input.position();
        int code = input.octet();
        if (!Records.isElement(code)) {
            throw fail(at, "an array record must be followed by an element record");
        }
        element(code);
        resolveTag(position);
        at = input.position();
        if (input.octet() != Records.END_ELEMENT) {
            throw fail(at, "an end element record is missing in an array record");
        }
        at = input.position();
        code = input.octet();
        int size = (code & 1) == 0 ? -1 : Records.itemSize(code & 0xFE);
        if (size < 0) {
            throw fail(at, "items of an array cannot be of record " + BinaryStrings.hex(code));
        }
        at = input.position();
        int count = input.multiByteInt();
        if (count <= 0) {
            throw fail(at, "the number of items of an array is malformed or 0");
        }
        if ((long) count * size > input.remaining()) {
            throw fail(
                    at,
                    "an array of "
                            + count
                            + " items of "
                            + size
                            + " bytes with "
                            + input.remaining()
                            + " bytes left");
        }
        items.begin(code & 0xFE, size, count, input.position());
        input.skip(count * size);
    }

    /** From the start tag of an item to its text. */
    private void item() {
        position = items.position();
        values.readItem(items.record(), position, value());
        items.take(items.record(), 1);
        endsWithText = true;
        setNode(NodeType.TEXT);
    }

    @Override
    int maxExpansion() {
        return maxExpansion;
    }

    @Override
    boolean repeatsElement() {
        position = items.position();
        return items.hasMore();
    }

    @Override
    int takeItems(int record, int length) {
        if (!items.hasMore()) {
            return 0;
        }
        taken = items.position();
        int count = items.take(record, length);
        if (!items.hasMore()) {
            setNode(NodeType.END_ELEMENT);
            next();
        }
        return count;
    }

    /** The record of the items of the array in which the reader stands on an element, or 0. */
    int arrayRecord() {
        return items.hasMore() && nodeType() == NodeType.ELEMENT ? items.record() : 0;
    }

    /**
     * Checks and takes the items that are left and moves to the end of the last one; returns their
     * number.
     */
    int takeArray() {
        taken = items.position();
        int record = items.record();
        int count = items.take(record, Integer.MAX_VALUE);
        if (record == Records.DECIMAL || record == Records.DATE_TIME) {
            int size = Records.itemSize(record);
            for (int i = 0; i < count; i++) {
                values.readItem(record, taken + i * size, value());
            }
        }
        setNode(NodeType.END_ELEMENT);
        return count;
    }

    @Override
    byte[] itemBytes() {
        return input.bytes();
    }

    @Override
    int itemOffset() {
        return taken;
    }
}
