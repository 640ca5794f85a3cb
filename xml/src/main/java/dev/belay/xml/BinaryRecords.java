package dev.belay.xml;

/**
 * Writes text records and picks their kinds: the smallest that holds the value. Remembers the last
 * one, so that the end of the element can be merged into it.
 */
final class BinaryRecords {
    private final NodeWriter writer;
    private final XmlOutput out;
    private int lastRecord;
    private int lastEnd = -1;

    BinaryRecords(NodeWriter writer, XmlOutput out) {
        this.writer = writer;
        this.out = out;
    }

    void begin(int code) {
        lastRecord = out.size();
        out.write(code);
    }

    void end() {
        lastEnd = out.size();
    }

    /** Forgets the last text record, which is no content of the element that may end next. */
    void forget() {
        lastEnd = -1;
    }

    /** Lets the last text record end the element too, if nothing came after it. */
    boolean endWithText() {
        if (lastEnd != out.size()) {
            return false;
        }
        out.set(lastRecord, out.array()[lastRecord] | 1);
        lastEnd = -1;
        return true;
    }

    /** Text; nothing for the empty text. */
    void string(String text) {
        int length = text.length();
        if (length == 0) {
            return;
        }
        if (length == 1 && (text.charAt(0) == '0' || text.charAt(0) == '1')) {
            begin(text.charAt(0) == '0' ? Records.ZERO : Records.ONE);
            end();
            return;
        }
        int octets = CharacterOutput.octets(text);
        if (octets < 0) {
            throw writer.fail("text with a character that XML does not allow");
        }
        if (octets > 2L * length && length > 1) {
            begin(lengthRecord(Records.UNICODE8, Records.UNICODE16, Records.UNICODE32, 2 * length));
            writeLength(2 * length);
            out.reserve(2 * length);
            for (int i = 0; i < length; i++) {
                LittleEndian.putInt16(out.array(), out.size() + 2 * i, text.charAt(i));
            }
            out.advance(2 * length);
        } else {
            begin(lengthRecord(Records.CHARS8, Records.CHARS16, Records.CHARS32, octets));
            writeLength(octets);
            CharacterOutput.append(text, octets, out);
        }
        end();
    }

    void utf8(byte[] bytes, int offset, int length) {
        if (length > 0) {
            begin(lengthRecord(Records.CHARS8, Records.CHARS16, Records.CHARS32, length));
            writeLength(length);
            out.write(bytes, offset, length);
            end();
        }
    }

    void octets(byte[] bytes, int offset, int length) {
        begin(lengthRecord(Records.BYTES8, Records.BYTES16, Records.BYTES32, length));
        writeLength(length);
        out.write(bytes, offset, length);
        end();
    }

    private static int lengthRecord(int short8, int short16, int long32, int length) {
        return length <= 0xFF ? short8 : length <= 0xFFFF ? short16 : long32;
    }

    private void writeLength(int length) {
        out.write(length);
        if (length > 0xFF) {
            out.write(length >> 8);
            if (length > 0xFFFF) {
                out.write(length >> 16);
                out.write(length >> 24);
            }
        }
    }

    void integer(long value) {
        if (value == 0 || value == 1) {
            begin(value == 0 ? Records.ZERO : Records.ONE);
        } else if (value == (byte) value) {
            begin(Records.INT8);
            out.write((int) value);
        } else if (value == (short) value) {
            begin(Records.INT16);
            out.write((int) value);
            out.write((int) value >> 8);
        } else if (value == (int) value) {
            begin(Records.INT32);
            out.writeInt32((int) value);
        } else {
            begin(Records.INT64);
            out.writeInt64(value);
        }
        end();
    }

    /** A single; as an integer of 16 bits where that keeps it, which it does not for -0. */
    void real(float value) {
        if (isShort(value)) {
            integer((long) value);
        } else {
            begin(Records.FLOAT);
            out.writeInt32(Float.floatToRawIntBits(value));
            end();
        }
    }

    /** A double; as an integer of 16 bits or as a single where that keeps it. */
    void real(double value) {
        float single = (float) value;
        if (single == value) {
            real(single);
        } else {
            begin(Records.DOUBLE);
            out.writeInt64(Double.doubleToRawLongBits(value));
            end();
        }
    }

    private static boolean isShort(float value) {
        return value == (short) value && (value != 0 || Float.floatToRawIntBits(value) == 0);
    }
}
