package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A simple type whose values fit into a {@code long}: fields of that type are read and written
 * without boxing.
 */
public final class LongType extends SimpleType<Long> {
    private final Read read;
    private final Write write;
    private final Function<String, Long> parse;
    private final Function<Long, String> format;

    LongType(
            XmlName name,
            Read read,
            Write write,
            Function<String, Long> parse,
            Function<Long, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    /** How such a value is read. */
    interface Read {
        long from(XmlReader reader);
    }

    /** How such a value is written. */
    interface Write {
        void to(XmlWriter writer, long value);
    }

    long readLong(XmlReader reader) {
        return read.from(reader);
    }

    void writeLong(XmlWriter writer, long value) {
        write.to(writer, value);
    }

    @Override
    public Long readContent(XmlReader reader) {
        return read.from(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, Long value) {
        write.to(writer, value);
    }

    @Override
    public Long parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(Long value) {
        return format.apply(value);
    }
}
