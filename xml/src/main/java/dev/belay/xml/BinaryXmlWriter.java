package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;

/** Writes binary XML (MC-NBFX), with the records that .NET and WWSAPI choose. */
final class BinaryXmlWriter extends ValueWriter {
    private final BinaryNames names;
    private final BinaryRecords records;
    private final AttributePieces pieces = new AttributePieces();

    BinaryXmlWriter(
            XmlOutput out,
            XmlDictionary dictionary,
            @Nullable StringIds session,
            XmlWriterOptions options) {
        super(out, options);
        names = new BinaryNames(out, dictionary, session);
        records = new BinaryRecords(this, out);
    }

    // Structure

    @Override
    void writeBegin() {}

    @Override
    void writeTag(String prefix, String localName, @Nullable XmlString known) {
        names.element(prefix, localName, known);
    }

    @Override
    void writeDeclaration(String prefix, String namespace, @Nullable XmlString known) {
        if (known == null && CharacterOutput.octets(namespace) < 0) {
            throw fail("a namespace with a character that XML does not allow");
        }
        names.declaration(prefix, namespace, known);
    }

    @Override
    void writeTagEnd() {
        records.forget();
    }

    @Override
    void writeEnd(OpenTags.Name name, boolean isEmpty) {
        if (isEmpty || !records.endWithText()) {
            out.write(Records.END_ELEMENT);
        }
    }

    @Override
    void writeAttribute(String prefix, String localName, @Nullable XmlString known) {
        names.attribute(prefix, localName, known);
        pieces.begin(out.size());
    }

    @Override
    void writeAttributeEnd() {
        pieces.end(records, out);
    }

    @Override
    void writeComment(String text) {
        int octets = CharacterOutput.octets(text);
        if (octets < 0) {
            throw fail("a comment with a character that XML does not allow");
        }
        out.write(Records.COMMENT);
        MultiByteInt.write(out, octets);
        CharacterOutput.append(text, octets, out);
    }

    @Override
    void writeCDataStart() {}

    @Override
    void writeCDataEnd() {}

    // Values. In an attribute only one record may stand: a second piece makes all of them text.

    /**
     * Makes ready for a record; false if the piece must be added to the text of an attribute
     * instead.
     */
    private boolean toRecord() {
        toNewValue();
        return !inAttribute() || pieces.isFirst(out);
    }

    @Override
    public void text(String text) {
        if (depth() == 0 && text.isBlank()) {
            return;
        }
        toNewValue();
        if (inAttribute()) {
            if (CharacterOutput.octets(text) < 0) {
                throw fail("text with a character that XML does not allow");
            }
            if (!pieces.addString(text, out)) {
                return;
            }
        }
        records.string(text);
    }

    @Override
    public void text(XmlString text) {
        int id = text.isEmpty() ? -1 : names.idOf(text);
        if (id < 0) {
            text(text.toString());
            return;
        }
        if (toRecord()) {
            records.begin(Records.DICTIONARY);
            MultiByteInt.write(out, id);
            records.end();
        }
        if (inAttribute()) {
            pieces.text().write(text.utf8(), 0, text.octets());
        }
    }

    @Override
    void writeUtf8(byte[] bytes, int offset, int length) {
        if (!inAttribute() || pieces.isFirst(out)) {
            records.utf8(bytes, offset, length);
        }
        if (inAttribute()) {
            pieces.text().write(bytes, offset, length);
        }
    }

    @Override
    void writeOctets(byte[] bytes, int offset, int length) {
        if (inAttribute()) {
            pieces.addOctets(bytes, offset, length, out);
        } else {
            records.octets(bytes, offset, length);
        }
    }

    @Override
    public void value(boolean value) {
        if (toRecord()) {
            records.begin(value ? Records.TRUE : Records.FALSE);
            records.end();
        }
        if (inAttribute()) {
            ValueText.bool(value, pieces.text());
        }
    }

    @Override
    public void value(int value) {
        value((long) value);
    }

    @Override
    public void value(long value) {
        if (toRecord()) {
            records.integer(value);
        }
        if (inAttribute()) {
            ValueText.integer(value, pieces.text());
        }
    }

    @Override
    public void value(float value) {
        if (toRecord()) {
            records.real(value);
        }
        if (inAttribute()) {
            RealText.append(value, pieces.text());
        }
    }

    @Override
    public void value(double value) {
        if (toRecord()) {
            records.real(value);
        }
        if (inAttribute()) {
            RealText.append(value, pieces.text());
        }
    }

    @Override
    public void value(BigDecimal value) {
        if (!DecimalRecord.fits(value)) {
            text(value.toPlainString());
            return;
        }
        if (toRecord()) {
            records.begin(Records.DECIMAL);
            DecimalRecord.write(value, out);
            records.end();
        }
        if (inAttribute()) {
            ValueText.decimal(value, pieces.text());
        }
    }

    @Override
    public void value(BigInteger value) {
        if (value.bitLength() < 64) {
            value(value.longValue());
        } else if (value.signum() > 0 && value.bitLength() == 64) {
            if (toRecord()) {
                records.begin(Records.UINT64);
                out.writeInt64(value.longValue());
                records.end();
            }
            if (inAttribute()) {
                ValueText.integer(value, pieces.text());
            }
        } else {
            text(value.toString());
        }
    }

    @Override
    public void value(XmlDateTime value) {
        if (!Ticks.fits(value)) {
            text(value.toString());
            return;
        }
        if (toRecord()) {
            records.begin(Records.DATE_TIME);
            out.writeInt64(Ticks.ofDateTime(value));
            records.end();
        }
        if (inAttribute()) {
            ValueText.string(value.toString(), pieces.text());
        }
    }

    @Override
    public void value(XmlDuration value) {
        text(value.toString());
    }

    @Override
    public void timeSpan(Duration value) {
        if (!Ticks.fits(value)) {
            text(XmlDuration.of(value).toString());
            return;
        }
        if (toRecord()) {
            records.begin(Records.TIME_SPAN);
            out.writeInt64(Ticks.ofDuration(value));
            records.end();
        }
        if (inAttribute()) {
            ValueText.timeSpan(value, pieces.text());
        }
    }

    @Override
    public void value(UUID value) {
        guid(Records.UUID, value, value.toString());
    }

    @Override
    public void uniqueId(String value) {
        if (Guid.isUniqueId(value)) {
            guid(Records.UNIQUE_ID, Guid.ofUniqueId(value), value);
        } else {
            text(value);
        }
    }

    private void guid(int record, UUID value, String text) {
        if (toRecord()) {
            records.begin(record);
            Guid.write(value.getMostSignificantBits(), value.getLeastSignificantBits(), out);
            records.end();
        }
        if (inAttribute()) {
            ValueText.string(text, pieces.text());
        }
    }

    @Override
    public void qname(XmlName value) {
        checkUsable();
        String prefix = prefixForQName(value);
        if (prefix.isEmpty()) {
            text(value.localName());
            return;
        }
        int id = names.idOf(value.localName());
        if (id < 0 || !BinaryNames.isLetter(prefix)) {
            text(prefix + ":" + value.localName());
            return;
        }
        if (toRecord()) {
            records.begin(Records.QNAME);
            out.write(prefix.charAt(0) - 'a');
            MultiByteInt.write(out, id);
            records.end();
        }
        if (inAttribute()) {
            XmlOutput text = pieces.text();
            text.write(prefix.charAt(0));
            text.write(':');
            text.write(value.localName().utf8(), 0, value.localName().octets());
        }
    }

    // Arrays

    @Override
    boolean startArray(XmlName item, int record, int count) {
        // Completes what is open, so that the array record can stand before the item's element.
        flush();
        if (depth() == 0) {
            throw new IllegalStateException("XmlWriter.array: no element is open");
        }
        out.write(Records.ARRAY);
        startElement(item);
        endElement();
        out.write(record | 1);
        MultiByteInt.write(out, count);
        return true;
    }

    /** Begins an array record; the element of the items and the items are to follow. */
    void writeArray() {
        flush();
        out.write(Records.ARRAY);
    }

    /** Writes the items of an array as they lie in another document. */
    void writeItems(int record, int count, byte[] bytes, int offset, int length) {
        out.write(record | 1);
        MultiByteInt.write(out, count);
        out.write(bytes, offset, length);
    }
}
