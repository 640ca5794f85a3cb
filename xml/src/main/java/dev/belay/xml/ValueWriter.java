package dev.belay.xml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What all writers share on the level of values: octets come in groups of three, arrays item by
 * item unless the encoding has something better, and nodes are copied.
 */
abstract sealed class ValueWriter extends NodeWriter permits TextXmlWriter, BinaryXmlWriter {
    private final byte[] rest = new byte[3];
    private int restCount;

    ValueWriter(XmlOutput out, XmlWriterOptions options) {
        super(out, options);
    }

    /** Writes octets; all but the last of a value come in multiples of three. */
    abstract void writeOctets(byte[] bytes, int offset, int length);

    /** Writes text that is well formed. */
    abstract void writeUtf8(byte[] bytes, int offset, int length);

    /**
     * Writes an array whose items have a record, if the encoding has arrays; false if it has none.
     */
    abstract boolean startArray(XmlName item, int record, int count);

    /** Writes an integer above 63 bits. */
    final void unsignedLong(long bits) {
        value(new BigInteger(Long.toUnsignedString(bits)));
    }

    // Octets

    @Override
    public final void value(byte[] value) {
        value(value, 0, value.length);
    }

    @Override
    public final void value(byte[] value, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, value.length);
        toValue();
        byte[] bytes = value;
        int at = offset;
        int left = length;
        if (restCount > 0) {
            bytes = Arrays.copyOf(rest, Math.addExact(restCount, length));
            System.arraycopy(value, offset, bytes, restCount, length);
            at = 0;
            left = bytes.length;
            restCount = 0;
        }
        int whole = left - left % 3;
        if (whole > 0) {
            writeOctets(bytes, at, whole);
        }
        restCount = left - whole;
        System.arraycopy(bytes, at + whole, rest, 0, restCount);
    }

    @Override
    final void completeValue() {
        if (restCount > 0) {
            int count = restCount;
            restCount = 0;
            writeOctets(rest, 0, count);
        }
    }

    // Arrays

    private boolean startItems(XmlName item, int arrayLength, int offset, int length, int record) {
        Objects.checkFromIndexSize(offset, length, arrayLength);
        return length > 0 && startArray(item, record, length);
    }

    @Override
    public final void array(XmlName item, boolean[] values, int offset, int length) {
        boolean isRow = startItems(item, values.length, offset, length, Records.BOOL);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.write(values[i] ? 1 : 0);
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, short[] values, int offset, int length) {
        boolean isRow = startItems(item, values.length, offset, length, Records.INT16);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.reserve(2);
                LittleEndian.putInt16(out.array(), out.size(), values[i]);
                out.advance(2);
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, int[] values, int offset, int length) {
        boolean isRow = startItems(item, values.length, offset, length, Records.INT32);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.writeInt32(values[i]);
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, long[] values, int offset, int length) {
        boolean isRow = startItems(item, values.length, offset, length, Records.INT64);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.writeInt64(values[i]);
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, float[] values, int offset, int length) {
        boolean isRow = startItems(item, values.length, offset, length, Records.FLOAT);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.writeInt32(Float.floatToRawIntBits(values[i]));
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, double[] values, int offset, int length) {
        boolean isRow = startItems(item, values.length, offset, length, Records.DOUBLE);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.writeInt64(Double.doubleToRawLongBits(values[i]));
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, BigDecimal[] values, int offset, int length) {
        boolean isRow =
                allFit(values, offset, length, DecimalRecord::fits)
                        && startItems(item, values.length, offset, length, Records.DECIMAL);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                DecimalRecord.write(values[i], out);
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, XmlDateTime[] values, int offset, int length) {
        boolean isRow =
                allFit(values, offset, length, Ticks::fits)
                        && startItems(item, values.length, offset, length, Records.DATE_TIME);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.writeInt64(Ticks.ofDateTime(values[i]));
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, Duration[] values, int offset, int length) {
        boolean isRow =
                allFit(values, offset, length, Ticks::fits)
                        && startItems(item, values.length, offset, length, Records.TIME_SPAN);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                out.writeInt64(Ticks.ofDuration(values[i]));
            } else {
                startElement(item);
                timeSpan(values[i]);
                endElement();
            }
        }
    }

    @Override
    public final void array(XmlName item, UUID[] values, int offset, int length) {
        boolean isRow = startItems(item, values.length, offset, length, Records.UUID);
        for (int i = offset; i < offset + length; i++) {
            if (isRow) {
                UUID uuid = values[i];
                Guid.write(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits(), out);
            } else {
                startElement(item);
                value(values[i]);
                endElement();
            }
        }
    }

    private static <T> boolean allFit(T[] values, int offset, int length, Predicate<T> fits) {
        Objects.checkFromIndexSize(offset, length, values.length);
        for (int i = offset; i < offset + length; i++) {
            if (!fits.test(values[i])) {
                return false;
            }
        }
        return true;
    }

    // Nodes

    @Override
    public final void copy(XmlReader reader) {
        NodeCopier.copy((NodeReader) reader, this, false);
    }

    @Override
    public final void buffer(XmlBuffer buffer) {
        XmlReader reader = buffer.reader();
        reader.next();
        copy(reader);
    }

    @Override
    public final void content(XmlBuffer buffer) {
        XmlReader reader = buffer.reader();
        reader.next();
        NodeCopier.content((NodeReader) reader, this);
    }
}
