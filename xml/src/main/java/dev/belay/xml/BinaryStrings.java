package dev.belay.xml;

import org.jspecify.annotations.Nullable;

/**
 * Reads the strings of binary XML: names, prefixes, text, inline or from the dictionaries.
 * Everything is checked here.
 */
final class BinaryStrings {
    private final NodeReader reader;
    private final BinaryInput input;
    private final XmlDictionary dictionary;
    private final @Nullable SessionStringTable session;

    BinaryStrings(
            NodeReader reader,
            BinaryInput input,
            XmlDictionary dictionary,
            @Nullable SessionStringTable session) {
        this.reader = reader;
        this.input = input;
        this.dictionary = dictionary;
        this.session = session;
    }

    /** A code of a record, for messages. */
    static String hex(int code) {
        return code < 0 ? "missing" : "0x" + Integer.toHexString(code | 0x100).substring(1);
    }

    /** A local name inline. */
    void name(Chunk into) {
        int at = input.position();
        inline(into, at);
        checkName(into, at);
    }

    /** A prefix that is not empty, inline. */
    void prefix(Chunk into) {
        int at = input.position();
        inline(into, at);
        checkName(into, at);
    }

    private void inline(Chunk into, int at) {
        int length = length(input.multiByteInt(), at);
        int offset = input.position();
        checkText(offset, length);
        into.set(input.bytes(), offset, length);
        input.skip(length);
    }

    /** A local name from a dictionary. */
    void dictionaryName(Chunk into) {
        int at = input.position();
        into.set(dictionaryString());
        checkName(into, at);
    }

    private void checkName(Chunk name, int at) {
        if (!name.isNCName()) {
            throw reader.fail(at, Conversions.shown(name) + " is not an XML name without colon");
        }
    }

    /** Text inline, as in declarations and comments. */
    void text(TypedValue into) {
        int at = input.position();
        characters(length(input.multiByteInt(), at), into);
    }

    /** Text of a length that was checked. */
    void characters(int length, TypedValue into) {
        int offset = input.position();
        checkText(offset, length);
        into.setSlice(ValueKind.TEXT, input.bytes(), offset, length);
        input.skip(length);
    }

    private void checkText(int offset, int length) {
        int bad = Utf8.firstNotXml(input.bytes(), offset, length);
        if (bad >= 0) {
            throw reader.fail(bad, "invalid UTF-8 or a character that XML does not allow");
        }
    }

    void comment(TypedValue into) {
        int at = input.position();
        text(into);
        byte[] bytes = into.bytes();
        int end = into.offset() + into.length();
        for (int i = into.offset(); i < end; i++) {
            if (bytes[i] == '-' && (i + 1 == end || bytes[i + 1] == '-')) {
                throw reader.fail(at, "a comment holds '--' or ends with '-'");
            }
        }
    }

    /** A text from a dictionary. */
    XmlString dictionaryText() {
        int at = input.position();
        XmlString string = dictionaryString();
        if (!string.isXmlText()) {
            throw reader.fail(at, "dictionary string with a character that XML does not allow");
        }
        return string;
    }

    private XmlString dictionaryString() {
        int at = input.position();
        int id = input.multiByteInt();
        if (id < 0) {
            throw reader.fail(at, "a dictionary id is cut off or malformed");
        }
        SessionStringTable table = session;
        XmlString string =
                (id & 1) == 0 ? dictionary.ofWireId(id) : table == null ? null : table.get(id);
        if (string == null) {
            throw reader.fail(at, "dictionary id " + id + " is not defined");
        }
        return string;
    }

    /** Checks a length against what is left. */
    int length(int length, int at) {
        if (length < 0) {
            throw reader.fail(at, "a length is cut off or malformed");
        }
        if (length > input.remaining()) {
            throw reader.fail(
                    at,
                    "a length of " + length + " bytes with " + input.remaining() + " bytes left");
        }
        return length;
    }
}
