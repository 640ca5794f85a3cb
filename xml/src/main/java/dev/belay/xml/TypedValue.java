package dev.belay.xml;

import org.jspecify.annotations.Nullable;

/**
 * The value of a text node or an attribute, in the form that it has in the document: a number, or a
 * slice of the document or of a scratch array of its own. Reused for one value after the other.
 */
final class TypedValue {
    private static final int SCRATCH_KEPT = 64 * 1024;

    private ValueKind kind = ValueKind.TEXT;
    private long bits;
    private byte[] bytes = XmlString.EMPTY.utf8();
    private int offset;
    private int length;
    private @Nullable XmlString known;
    private @Nullable XmlOutput scratch;

    void setBits(ValueKind newKind, long newBits) {
        kind = newKind;
        bits = newBits;
        known = null;
    }

    void setSlice(ValueKind newKind, byte[] newBytes, int newOffset, int newLength) {
        kind = newKind;
        bytes = newBytes;
        offset = newOffset;
        length = newLength;
        known = null;
    }

    void setString(XmlString string) {
        setSlice(ValueKind.TEXT, string.utf8(), 0, string.octets());
        known = string;
    }

    void clear() {
        setString(XmlString.EMPTY);
    }

    /** The emptied scratch output, to be filled and taken with {@link #setScratch}. */
    XmlOutput scratch() {
        XmlOutput own = scratch;
        if (own == null || own.array().length > SCRATCH_KEPT) {
            own = new XmlOutput();
            scratch = own;
        }
        own.reset();
        return own;
    }

    /** Takes what the scratch output holds. */
    void setScratch(ValueKind newKind, XmlOutput filled) {
        setSlice(newKind, filled.array(), 0, filled.size());
    }

    /** Whether the octets lie in the scratch output and so change with the next use. */
    @SuppressWarnings("ReferenceEquality") // it is the identity that counts
    boolean isScratch() {
        return scratch != null && bytes == scratch.array();
    }

    ValueKind kind() {
        return kind;
    }

    long bits() {
        return bits;
    }

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** The string of a dictionary that this is, if it came from one. */
    @Nullable XmlString known() {
        return known;
    }

    boolean isText() {
        return kind == ValueKind.TEXT;
    }

    /** Whether this is text or octets without any. */
    boolean isEmpty() {
        return (kind == ValueKind.TEXT || kind == ValueKind.BYTES) && length == 0;
    }

    /** Whether this is text of nothing but white space. */
    boolean isWhitespace() {
        if (kind != ValueKind.TEXT) {
            return false;
        }
        for (int i = offset; i < offset + length; i++) {
            if (!XmlCharacters.isSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** The characters. */
    @Override
    public String toString() {
        if (known != null) {
            return known.toString();
        }
        if (kind == ValueKind.TEXT) {
            return Utf8.toString(bytes, offset, length);
        }
        var out = new XmlOutput();
        ValueText.append(this, out);
        return Utf8.toString(out.array(), 0, out.size());
    }
}
