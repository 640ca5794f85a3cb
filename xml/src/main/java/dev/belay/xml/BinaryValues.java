package dev.belay.xml;

/** Reads the text records of binary XML (MC-NBFX 2.2.3) into typed values. */
final class BinaryValues {
    private final NodeReader reader;
    private final BinaryInput input;
    private final BinaryStrings strings;

    // What all lists of the document have become as text.
    private int listOctets;

    BinaryValues(NodeReader reader, BinaryInput input, BinaryStrings strings) {
        this.reader = reader;
        this.input = input;
        this.strings = strings;
    }

    /** Reads what follows the code of a text record. */
    void read(int code, TypedValue into) {
        switch (code) {
            case Records.ZERO -> into.setBits(ValueKind.INTEGER, 0);
            case Records.ONE -> into.setBits(ValueKind.INTEGER, 1);
            case Records.FALSE -> into.setBits(ValueKind.BOOLEAN, 0);
            case Records.TRUE -> into.setBits(ValueKind.BOOLEAN, 1);
            case Records.EMPTY -> into.clear();
            case Records.CHARS8 -> strings.characters(length8(), into);
            case Records.CHARS16 -> strings.characters(length16(), into);
            case Records.CHARS32 -> strings.characters(length32(), into);
            case Records.BYTES8 -> octets(length8(), into);
            case Records.BYTES16 -> octets(length16(), into);
            case Records.BYTES32 -> octets(length32(), into);
            case Records.UNICODE8 -> utf16(length8(), into);
            case Records.UNICODE16 -> utf16(length16(), into);
            case Records.UNICODE32 -> utf16(length32(), into);
            case Records.DICTIONARY -> into.setString(strings.dictionaryText());
            case Records.QNAME -> qname(into);
            case Records.START_LIST -> list(into);
            default -> fixed(code, into);
        }
    }

    private void fixed(int code, TypedValue into) {
        int at = input.position();
        int size = sizeOf(code);
        need(size);
        readItem(code, at, into);
        input.skip(size);
    }

    private static int sizeOf(int code) {
        return switch (code) {
            case Records.INT8 -> 1;
            case Records.UINT64 -> 8;
            case Records.UNIQUE_ID -> Guid.SIZE;
            default -> Records.itemSize(code);
        };
    }

    /** Reads a value of fixed size that lies at a position. */
    void readItem(int code, int at, TypedValue into) {
        byte[] bytes = input.bytes();
        switch (code) {
            case Records.BOOL -> into.setBits(ValueKind.BOOLEAN, bytes[at] == 0 ? 0 : 1);
            case Records.INT8 -> into.setBits(ValueKind.INTEGER, bytes[at]);
            case Records.INT16 -> into.setBits(ValueKind.INTEGER, LittleEndian.int16(bytes, at));
            case Records.INT32 -> into.setBits(ValueKind.INTEGER, LittleEndian.int32(bytes, at));
            case Records.INT64 -> into.setBits(ValueKind.INTEGER, LittleEndian.int64(bytes, at));
            case Records.UINT64 -> {
                long bits = LittleEndian.int64(bytes, at);
                into.setBits(bits < 0 ? ValueKind.UNSIGNED_LONG : ValueKind.INTEGER, bits);
            }
            case Records.FLOAT -> into.setBits(ValueKind.FLOAT, LittleEndian.int32(bytes, at));
            case Records.DOUBLE -> into.setBits(ValueKind.DOUBLE, LittleEndian.int64(bytes, at));
            case Records.DECIMAL -> {
                if (!DecimalRecord.isValid(bytes, at)) {
                    throw reader.fail(at, "a decimal with scale above 28 or reserved bits set");
                }
                into.setSlice(ValueKind.DECIMAL, bytes, at, DecimalRecord.SIZE);
            }
            case Records.DATE_TIME -> {
                long bits = LittleEndian.int64(bytes, at);
                if (!Ticks.isDateTime(bits)) {
                    throw reader.fail(at, "a date out of range or of an unknown kind");
                }
                into.setBits(ValueKind.DATE_TIME, bits);
            }
            case Records.TIME_SPAN ->
                    into.setBits(ValueKind.TIME_SPAN, LittleEndian.int64(bytes, at));
            case Records.UUID -> into.setSlice(ValueKind.UUID, bytes, at, Guid.SIZE);
            case Records.UNIQUE_ID -> into.setSlice(ValueKind.UNIQUE_ID, bytes, at, Guid.SIZE);
            default ->
                    throw reader.fail(
                            at, "record " + BinaryStrings.hex(code) + " is not a text record");
        }
    }

    // Lengths

    private void need(int size) {
        if (size > input.remaining()) {
            throw reader.fail(
                    input.position(),
                    "the document ends in a record: "
                            + size
                            + " bytes expected, "
                            + input.remaining()
                            + " left");
        }
    }

    private int length8() {
        int at = input.position();
        return strings.length(input.octet(), at);
    }

    private int length16() {
        need(2);
        int at = input.position();
        return strings.length(input.uint16(), at);
    }

    private int length32() {
        need(4);
        int at = input.position();
        return strings.length(input.int32(), at);
    }

    // Octets

    private void octets(int length, TypedValue into) {
        into.setSlice(ValueKind.BYTES, input.bytes(), input.position(), length);
        input.skip(length);
    }

    /** Joins the records of octets that follow; returns whether the last one ended the element. */
    boolean readMoreBytes(TypedValue value) {
        byte[] first = value.bytes();
        int offset = value.offset();
        int length = value.length();
        XmlOutput joined = value.scratch();
        joined.write(first, offset, length);
        boolean isLast = false;
        while (!isLast && Records.isBytes(input.peek())) {
            int code = input.octet();
            read(code & 0xFE, value);
            joined.write(value.bytes(), value.offset(), value.length());
            isLast = (code & 1) != 0;
        }
        value.setScratch(ValueKind.BYTES, joined);
        return isLast;
    }

    // Characters

    private void utf16(int length, TypedValue into) {
        int at = input.position();
        if ((length & 1) != 0) {
            throw reader.fail(at, "UTF-16 text of an odd number of bytes");
        }
        XmlOutput out = into.scratch();
        byte[] bytes = input.bytes();
        int end = at + length;
        for (int i = at; i < end; i += 2) {
            int c = LittleEndian.int16(bytes, i) & 0xFFFF;
            if (c >= 0xD800 && c <= 0xDBFF && end - i >= 4) {
                int low = LittleEndian.int16(bytes, i + 2) & 0xFFFF;
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                    i += 2;
                }
            }
            if (!XmlCharacters.isChar(c)) {
                throw reader.fail(
                        i, "an unpaired surrogate or a character that XML does not allow");
            }
            out.reserve(4);
            out.advance(Utf8.encode(c, out.array(), out.size()) - out.size());
        }
        input.skip(length);
        into.setScratch(ValueKind.TEXT, out);
    }

    private void qname(TypedValue into) {
        int at = input.position();
        int letter = input.octet();
        if (letter < 0 || letter > 25) {
            throw reader.fail(at, "the prefix of a QName record is not 0 to 25 but " + letter);
        }
        var name = new Chunk();
        strings.dictionaryName(name);
        XmlString localName = name.toXmlString();
        XmlOutput out = into.scratch();
        out.write('a' + letter);
        out.write(':');
        out.write(localName.utf8(), 0, localName.octets());
        into.setScratch(ValueKind.TEXT, out);
    }

    /** The items of a list, joined by one space each. */
    private void list(TypedValue into) {
        var item = new TypedValue();
        XmlOutput out = into.scratch();
        boolean isFirst = true;
        int at = input.position();
        int code = input.octet();
        while (code != Records.END_LIST) {
            if (!Records.isText(code) || (code & 1) != 0) {
                throw reader.fail(
                        at,
                        code < 0
                                ? "the document ends in a list"
                                : "record " + BinaryStrings.hex(code) + " as an item of a list");
            }
            read(code, item);
            if (!isFirst) {
                out.write(' ');
            }
            ValueText.append(item, out);
            reader.checkExpansion(listOctets + out.size());
            isFirst = false;
            at = input.position();
            code = input.octet();
        }
        listOctets += out.size();
        into.setScratch(ValueKind.TEXT, out);
    }
}
