package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Writes UTF-8 text. */
final class TextXmlWriter extends ValueWriter {
    private static final byte[] XML_DECLARATION =
            ascii("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    private static final byte[] XMLNS = ascii(" xmlns");
    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] COMMENT_END = ascii("-->");

    private final TextEscapes escapes = new TextEscapes();

    TextXmlWriter(XmlOutput out, XmlWriterOptions options) {
        super(out, options);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void ascii(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    // Structure

    @Override
    void writeBegin() {
        if (options().declaration()) {
            ascii(XML_DECLARATION);
        }
    }

    @Override
    void writeTag(String prefix, String localName, @Nullable XmlString known) {
        out.write('<');
        name(prefix, localName, known);
    }

    private void name(String prefix, String localName, @Nullable XmlString known) {
        if (!prefix.isEmpty()) {
            CharacterOutput.append(prefix, CharacterOutput.octets(prefix), out);
            out.write(':');
        }
        if (known != null) {
            out.write(known.utf8(), 0, known.octets());
        } else {
            CharacterOutput.append(localName, CharacterOutput.octets(localName), out);
        }
    }

    @Override
    void writeDeclaration(String prefix, String namespace, @Nullable XmlString known) {
        ascii(XMLNS);
        if (!prefix.isEmpty()) {
            out.write(':');
            CharacterOutput.append(prefix, CharacterOutput.octets(prefix), out);
        }
        out.write('=');
        out.write('"');
        escaped(namespace, TextEscapes.ATTRIBUTE);
        out.write('"');
    }

    @Override
    void writeTagEnd() {
        out.write('>');
    }

    @Override
    void writeEnd(OpenTags.Name name, boolean isEmpty) {
        if (isEmpty && options().emptyTags()) {
            out.write('/');
        } else {
            if (isEmpty) {
                out.write('>');
            }
            out.write('<');
            out.write('/');
            name(name.prefix(), name.localName(), name.known());
        }
        out.write('>');
    }

    @Override
    void writeAttribute(String prefix, String localName, @Nullable XmlString known) {
        out.write(' ');
        name(prefix, localName, known);
        out.write('=');
        out.write('"');
    }

    @Override
    void writeAttributeEnd() {
        out.write('"');
    }

    @Override
    void writeComment(String text) {
        ascii(COMMENT);
        escaped(text, TextEscapes.NONE);
        ascii(COMMENT_END);
    }

    @Override
    void writeCDataStart() {
        ascii(TextEscapes.CDATA_START);
    }

    @Override
    void writeCDataEnd() {
        ascii(TextEscapes.CDATA_END);
    }

    // Text

    private byte mode() {
        return inAttribute()
                ? TextEscapes.ATTRIBUTE
                : inCData() ? TextEscapes.CDATA : TextEscapes.CONTENT;
    }

    private void escaped(String text, byte mode) {
        int octets = CharacterOutput.octets(text);
        if (octets < 0) {
            throw fail("text with a character that XML does not allow");
        }
        if (!TextEscapes.isNeeded(text, mode)) {
            CharacterOutput.append(text, octets, out);
        } else {
            XmlOutput plain = escapes.scratch();
            CharacterOutput.append(text, octets, plain);
            TextEscapes.append(plain.array(), 0, plain.size(), mode, out);
        }
    }

    @Override
    public void text(String text) {
        if (depth() == 0 && text.isBlank()) {
            toContent();
            escaped(text, TextEscapes.NONE);
            return;
        }
        toNewValue();
        escaped(text, mode());
    }

    @Override
    public void text(XmlString text) {
        toNewValue();
        if (!text.isXmlText()) {
            throw fail("text with a character that XML does not allow");
        }
        TextEscapes.append(text.utf8(), 0, text.octets(), mode(), out);
    }

    @Override
    void writeUtf8(byte[] bytes, int offset, int length) {
        TextEscapes.append(bytes, offset, length, mode(), out);
    }

    @Override
    void writeOctets(byte[] bytes, int offset, int length) {
        Base64Text.encode(bytes, offset, length, out);
    }

    // Values

    @Override
    public void value(boolean value) {
        toNewValue();
        ValueText.bool(value, out);
    }

    @Override
    public void value(int value) {
        toNewValue();
        ValueText.integer(value, out);
    }

    @Override
    public void value(long value) {
        toNewValue();
        ValueText.integer(value, out);
    }

    @Override
    public void value(float value) {
        toNewValue();
        RealText.append(value, out);
    }

    @Override
    public void value(double value) {
        toNewValue();
        RealText.append(value, out);
    }

    @Override
    public void value(BigDecimal value) {
        toNewValue();
        ValueText.decimal(value, out);
    }

    @Override
    public void value(BigInteger value) {
        toNewValue();
        ValueText.integer(value, out);
    }

    @Override
    public void value(XmlDateTime value) {
        toNewValue();
        ValueText.string(value.toString(), out);
    }

    @Override
    public void value(XmlDuration value) {
        toNewValue();
        ValueText.string(value.toString(), out);
    }

    @Override
    public void timeSpan(Duration value) {
        toNewValue();
        ValueText.timeSpan(value, out);
    }

    @Override
    public void value(UUID value) {
        toNewValue();
        ValueText.uuid(value.getMostSignificantBits(), value.getLeastSignificantBits(), out);
    }

    @Override
    public void uniqueId(String value) {
        text(value);
    }

    @Override
    public void qname(XmlName value) {
        checkUsable();
        String prefix = prefixForQName(value);
        toNewValue();
        name(prefix, value.localName().toString(), value.localName());
    }

    @Override
    boolean startArray(XmlName item, int record, int count) {
        return false;
    }
}
