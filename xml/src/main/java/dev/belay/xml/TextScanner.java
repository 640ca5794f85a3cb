package dev.belay.xml;

import dev.belay.error.BelayException;

/**
 * Goes through the octets of a text document: characters, references, runs of text. Everything is
 * checked here.
 */
final class TextScanner {
    private static final byte ORDINARY = 0;
    private static final byte MARKUP = 1;
    private static final byte REFERENCE = 2;
    private static final byte RETURN = 3;
    private static final byte BRACKET = 4;
    private static final byte ILLEGAL = 5;
    private static final byte TAB_OR_FEED = 6;
    private static final byte[] CLASSES = new byte[128];

    static {
        for (int c = 0; c < 0x20; c++) {
            CLASSES[c] = ILLEGAL;
        }
        CLASSES['\t'] = TAB_OR_FEED;
        CLASSES['\n'] = TAB_OR_FEED;
        CLASSES['\r'] = RETURN;
        CLASSES['<'] = MARKUP;
        CLASSES['&'] = REFERENCE;
        CLASSES[']'] = BRACKET;
    }

    private final NodeReader reader;
    private final byte[] bytes;
    private final int end;
    private int position;

    // The place that was counted last.
    private int located = -1;
    private int locatedLine;
    private int locatedColumn;

    TextScanner(NodeReader reader, byte[] bytes, int begin, int end) {
        this.reader = reader;
        this.bytes = bytes;
        this.end = end;
        this.position = begin;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position >= end;
    }

    int peek() {
        return peek(0);
    }

    /** The octet some places ahead, or 0 behind the end; no document may hold a 0. */
    int peek(int ahead) {
        return position + ahead < end ? bytes[position + ahead] : 0;
    }

    void skip(int count) {
        position += count;
    }

    boolean startsWith(String ascii) {
        if (end - position < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[position + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Moves over white space; returns whether there was some. */
    boolean skipSpace() {
        int begin = position;
        while (position < end && XmlCharacters.isSpace(bytes[position])) {
            position++;
        }
        return position > begin;
    }

    void expect(char c, String where) {
        if (peek() != c) {
            throw reader.fail(position, "expected '" + c + "' " + where + " but found " + shown());
        }
        position++;
    }

    /** What stands at the position, for messages. */
    String shown() {
        if (atEnd()) {
            return "the end of the document";
        }
        int c = Utf8.decode(bytes, position, end);
        return c < 0x20 || c == 0x7F
                ? "byte " + BinaryStrings.hex(bytes[position] & 0xFF)
                : "'" + Character.toString(c) + "'";
    }

    /** The character at the position, 0 at the end, -1 if it is malformed. */
    int character() {
        return atEnd() ? 0 : Utf8.decode(bytes, position, end);
    }

    // Names

    /**
     * Moves over the name of an open element, if it comes next; what follows must not go on with
     * the name.
     */
    boolean takeTag(OpenElements.OpenElement element) {
        if (!element.isTag(bytes, position, end)) {
            return false;
        }
        position += element.tagLength();
        int c = peek();
        return c == '>' || XmlCharacters.isSpace(c) || atEnd();
    }

    /** Moves over a name without colon. */
    void name(Chunk into) {
        int begin = position;
        int i = begin;
        while (i < end) {
            int b = bytes[i];
            int c = b >= 0 ? b : Utf8.decode(bytes, i, end);
            if (!(i == begin ? XmlCharacters.isNameStart(c) : XmlCharacters.isNameChar(c))) {
                break;
            }
            i += b >= 0 ? 1 : Utf8.size(c);
        }
        if (i == begin) {
            throw reader.fail(begin, "expected a name but found " + shown());
        }
        into.set(bytes, begin, i - begin);
        position = i;
    }

    // Runs of text

    /** Moves over text up to the next markup. */
    void text(TypedValue into) {
        int begin = position;
        int i = begin;
        while (i < end) {
            int c = bytes[i];
            if (c < 0) {
                i = beyondAscii(i);
                continue;
            }
            byte kind = CLASSES[c];
            if (kind == ORDINARY || kind == TAB_OR_FEED) {
                i++;
            } else if (kind == MARKUP) {
                break;
            } else if (kind == BRACKET) {
                checkNoSectionEnd(i);
                i++;
            } else if (kind == ILLEGAL) {
                throw illegal(i);
            } else {
                position = i;
                changedText(into, begin);
                return;
            }
        }
        position = i;
        into.setSlice(ValueKind.TEXT, bytes, begin, i - begin);
    }

    /** Goes on with text that is not as it stands in the document: references, carriage returns. */
    private void changedText(TypedValue into, int begin) {
        XmlOutput out = into.scratch();
        int copied = begin;
        int i = position;
        while (i < end && bytes[i] != '<') {
            int c = bytes[i];
            if (c == '&') {
                out.write(bytes, copied, i - copied);
                position = i;
                reference(out);
                i = position;
                copied = i;
            } else if (c == '\r') {
                out.write(bytes, copied, i - copied);
                i = lineEnd(i, out);
                copied = i;
            } else if (c == ']') {
                checkNoSectionEnd(i);
                i++;
            } else {
                i = ordinary(i);
            }
        }
        out.write(bytes, copied, i - copied);
        position = i;
        into.setScratch(ValueKind.TEXT, out);
    }

    /**
     * The content of a comment or a CDATA section up to and over its end, which begins with the
     * mark twice.
     */
    void section(TypedValue into, byte mark) {
        XmlOutput out = null;
        int copied = position;
        int i = copied;
        while (true) {
            if (i >= end) {
                throw reader.fail(
                        end,
                        mark == '-'
                                ? "the document ends in a comment"
                                : "the document ends in a CDATA section");
            }
            int c = bytes[i];
            if (c == mark && i + 1 < end && bytes[i + 1] == mark) {
                if (i + 2 < end && bytes[i + 2] == '>') {
                    break;
                }
                if (mark == '-') {
                    throw reader.fail(i, "'--' in a comment");
                }
                i++;
            } else if (c == '\r') {
                if (out == null) {
                    out = into.scratch();
                }
                out.write(bytes, copied, i - copied);
                i = lineEnd(i, out);
                copied = i;
            } else {
                i = ordinary(i);
            }
        }
        if (out == null) {
            into.setSlice(ValueKind.TEXT, bytes, copied, i - copied);
        } else {
            out.write(bytes, copied, i - copied);
            into.setScratch(ValueKind.TEXT, out);
        }
        position = i + 3;
    }

    /** An attribute's value with its quotes. */
    void attributeValue(TypedValue into) {
        int quote = peek();
        if (quote != '"' && quote != '\'') {
            throw reader.fail(
                    position, "expected a quote before an attribute's value but found " + shown());
        }
        int begin = position + 1;
        int i = begin;
        XmlOutput out = null;
        int copied = begin;
        while (true) {
            if (i >= end) {
                throw reader.fail(end, "the document ends in an attribute's value");
            }
            int c = bytes[i];
            if (c == quote) {
                break;
            }
            byte kind = c < 0 ? ORDINARY : CLASSES[c];
            if (kind == ORDINARY || kind == BRACKET) {
                i = c < 0 ? beyondAscii(i) : i + 1;
            } else if (kind == MARKUP || kind == ILLEGAL) {
                throw kind == ILLEGAL ? illegal(i) : reader.fail(i, "'<' in an attribute's value");
            } else {
                if (out == null) {
                    out = into.scratch();
                }
                out.write(bytes, copied, i - copied);
                if (kind == REFERENCE) {
                    position = i;
                    reference(out);
                    i = position;
                } else {
                    out.write(' ');
                    i += c == '\r' && i + 1 < end && bytes[i + 1] == '\n' ? 2 : 1;
                }
                copied = i;
            }
        }
        if (out == null) {
            into.setSlice(ValueKind.TEXT, bytes, copied, i - copied);
        } else {
            out.write(bytes, copied, i - copied);
            into.setScratch(ValueKind.TEXT, out);
        }
        position = i + 1;
    }

    /** The position behind one character that stands for itself. */
    private int ordinary(int at) {
        int c = bytes[at];
        if (c < 0) {
            return beyondAscii(at);
        }
        if (CLASSES[c] == ILLEGAL) {
            throw illegal(at);
        }
        return at + 1;
    }

    private int beyondAscii(int at) {
        int c = Utf8.decode(bytes, at, end);
        if (c < 0) {
            throw reader.fail(at, "malformed UTF-8");
        }
        if (!XmlCharacters.isChar(c)) {
            throw illegal(at);
        }
        return at + Utf8.size(c);
    }

    private BelayException illegal(int at) {
        return reader.fail(
                at,
                "a character that XML does not allow: byte " + BinaryStrings.hex(bytes[at] & 0xFF));
    }

    private void checkNoSectionEnd(int at) {
        if (at + 2 < end && bytes[at + 1] == ']' && bytes[at + 2] == '>') {
            throw reader.fail(at, "']]>' in text");
        }
    }

    /** A carriage return, with or without line feed, becomes a line feed (XML 1.0, 2.11). */
    private int lineEnd(int at, XmlOutput out) {
        out.write('\n');
        return at + 1 < end && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    // References

    /** A reference to a character or one of the five entities of XML. */
    private void reference(XmlOutput out) {
        int begin = position;
        int c;
        if (peek(1) == '#') {
            c = peek(2) == 'x' ? hexReference(begin + 3) : decimalReference(begin + 2);
            if (!XmlCharacters.isChar(c)) {
                throw reader.fail(begin, "a reference to a character that XML does not allow");
            }
        } else {
            c = entity(begin);
        }
        out.reserve(4);
        out.advance(Utf8.encode(c, out.array(), out.size()) - out.size());
    }

    private int hexReference(int first) {
        int i = first;
        int value = 0;
        while (i < end && Character.digit(bytes[i], 16) >= 0) {
            value = Math.min(value << 4 | Character.digit(bytes[i], 16), 0x110000);
            i++;
        }
        return endReference(first, i, value);
    }

    private int decimalReference(int first) {
        int i = first;
        int value = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            value = Math.min(value * 10 + (bytes[i] - '0'), 0x110000);
            i++;
        }
        return endReference(first, i, value);
    }

    private int endReference(int first, int at, int value) {
        if (at == first || at >= end || bytes[at] != ';') {
            throw reader.fail(position, "a malformed character reference");
        }
        position = at + 1;
        return value;
    }

    private int entity(int begin) {
        if (startsWith("&lt;")) {
            position += 4;
            return '<';
        }
        if (startsWith("&gt;")) {
            position += 4;
            return '>';
        }
        if (startsWith("&amp;")) {
            position += 5;
            return '&';
        }
        if (startsWith("&quot;")) {
            position += 6;
            return '"';
        }
        if (startsWith("&apos;")) {
            position += 6;
            return '\'';
        }
        throw reader.fail(
                begin,
                "a reference to an entity that is not defined, or an '&' that stands for itself");
    }

    // Places

    /**
     * Counts lines and columns up to a position. Goes on from the place asked for last if that was
     * before, so that whoever asks for every node does not pay with the square of the length.
     */
    Location locate(int begin, int at, String path) {
        boolean onward = located >= begin && located <= at;
        int line = onward ? locatedLine : 1;
        int column = onward ? locatedColumn : 1;
        for (int i = onward ? located : begin; i < at; i++) {
            int b = bytes[i];
            if (b == '\n' || (b == '\r' && (i + 1 >= end || bytes[i + 1] != '\n'))) {
                line++;
                column = 1;
            } else if (b >= (byte) 0xC0 || (b >= 0 && b != '\r')) {
                column++;
            }
        }
        located = at;
        locatedLine = line;
        locatedColumn = column;
        return new Location(at - begin, line, column, path);
    }
}
