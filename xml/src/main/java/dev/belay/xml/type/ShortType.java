package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A simple type whose values fit into a {@code short}: fields of that type are read and written
 * without boxing.
 */
public final class ShortType extends SimpleType<Short> {
    private final Read read;
    private final Write write;
    private final Function<String, Short> parse;
    private final Function<Short, String> format;

    ShortType(
            XmlName name,
            Read read,
            Write write,
            Function<String, Short> parse,
            Function<Short, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    /** How such a value is read. */
    interface Read {
        short from(XmlReader reader);
    }

    /** How such a value is written. */
    interface Write {
        void to(XmlWriter writer, short value);
    }

    short readShort(XmlReader reader) {
        return read.from(reader);
    }

    void writeShort(XmlWriter writer, short value) {
        write.to(writer, value);
    }

    @Override
    public Short readContent(XmlReader reader) {
        return read.from(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, Short value) {
        write.to(writer, value);
    }

    @Override
    public Short parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(Short value) {
        return format.apply(value);
    }
}
