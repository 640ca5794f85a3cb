package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A simple type whose values fit into a {@code double}: fields of that type are read and written
 * without boxing.
 */
public final class DoubleType extends SimpleType<Double> {
    private final Read read;
    private final Write write;
    private final Function<String, Double> parse;
    private final Function<Double, String> format;

    DoubleType(
            XmlName name,
            Read read,
            Write write,
            Function<String, Double> parse,
            Function<Double, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    /** How such a value is read. */
    interface Read {
        double from(XmlReader reader);
    }

    /** How such a value is written. */
    interface Write {
        void to(XmlWriter writer, double value);
    }

    double readDouble(XmlReader reader) {
        return read.from(reader);
    }

    void writeDouble(XmlWriter writer, double value) {
        write.to(writer, value);
    }

    @Override
    public Double readContent(XmlReader reader) {
        return read.from(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, Double value) {
        write.to(writer, value);
    }

    @Override
    public Double parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(Double value) {
        return format.apply(value);
    }
}
