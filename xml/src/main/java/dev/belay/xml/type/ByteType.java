package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A simple type whose values fit into a {@code byte}: fields of that type are read and written
 * without boxing.
 */
public final class ByteType extends SimpleType<Byte> {
    private final Read read;
    private final Write write;
    private final Function<String, Byte> parse;
    private final Function<Byte, String> format;

    ByteType(
            XmlName name,
            Read read,
            Write write,
            Function<String, Byte> parse,
            Function<Byte, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    /** How such a value is read. */
    interface Read {
        byte from(XmlReader reader);
    }

    /** How such a value is written. */
    interface Write {
        void to(XmlWriter writer, byte value);
    }

    byte readByte(XmlReader reader) {
        return read.from(reader);
    }

    void writeByte(XmlWriter writer, byte value) {
        write.to(writer, value);
    }

    @Override
    public Byte readContent(XmlReader reader) {
        return read.from(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, Byte value) {
        write.to(writer, value);
    }

    @Override
    public Byte parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(Byte value) {
        return format.apply(value);
    }
}
