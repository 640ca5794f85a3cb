package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A simple type whose values fit into an {@code int}: fields of that type are read and written
 * without boxing.
 */
public final class IntType extends SimpleType<Integer> {
    private final Read read;
    private final Write write;
    private final Function<String, Integer> parse;
    private final Function<Integer, String> format;

    IntType(
            XmlName name,
            Read read,
            Write write,
            Function<String, Integer> parse,
            Function<Integer, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    /** How such a value is read. */
    interface Read {
        int from(XmlReader reader);
    }

    /** How such a value is written. */
    interface Write {
        void to(XmlWriter writer, int value);
    }

    int readInt(XmlReader reader) {
        return read.from(reader);
    }

    void writeInt(XmlWriter writer, int value) {
        write.to(writer, value);
    }

    @Override
    public Integer readContent(XmlReader reader) {
        return read.from(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, Integer value) {
        write.to(writer, value);
    }

    @Override
    public Integer parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(Integer value) {
        return format.apply(value);
    }
}
