package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A simple type whose values fit into a {@code float}: fields of that type are read and written
 * without boxing.
 */
public final class FloatType extends SimpleType<Float> {
    private final Read read;
    private final Write write;
    private final Function<String, Float> parse;
    private final Function<Float, String> format;

    FloatType(
            XmlName name,
            Read read,
            Write write,
            Function<String, Float> parse,
            Function<Float, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    /** How such a value is read. */
    interface Read {
        float from(XmlReader reader);
    }

    /** How such a value is written. */
    interface Write {
        void to(XmlWriter writer, float value);
    }

    float readFloat(XmlReader reader) {
        return read.from(reader);
    }

    void writeFloat(XmlWriter writer, float value) {
        write.to(writer, value);
    }

    @Override
    public Float readContent(XmlReader reader) {
        return read.from(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, Float value) {
        write.to(writer, value);
    }

    @Override
    public Float parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(Float value) {
        return format.apply(value);
    }
}
