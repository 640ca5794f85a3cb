package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A simple type whose values fit into a {@code boolean}: fields of that type are read and written
 * without boxing.
 */
public final class BooleanType extends SimpleType<Boolean> {
    private final Read read;
    private final Write write;
    private final Function<String, Boolean> parse;
    private final Function<Boolean, String> format;

    BooleanType(
            XmlName name,
            Read read,
            Write write,
            Function<String, Boolean> parse,
            Function<Boolean, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    /** How such a value is read. */
    interface Read {
        boolean from(XmlReader reader);
    }

    /** How such a value is written. */
    interface Write {
        void to(XmlWriter writer, boolean value);
    }

    boolean readBoolean(XmlReader reader) {
        return read.from(reader);
    }

    void writeBoolean(XmlWriter writer, boolean value) {
        write.to(writer, value);
    }

    @Override
    public Boolean readContent(XmlReader reader) {
        return read.from(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, Boolean value) {
        write.to(writer, value);
    }

    @Override
    public Boolean parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(Boolean value) {
        return format.apply(value);
    }
}
