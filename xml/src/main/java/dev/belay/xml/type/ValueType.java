package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** A simple type that the reader and the writer know by themselves. */
final class ValueType<T> extends SimpleType<T> {
    private final Function<XmlReader, T> read;
    private final BiConsumer<XmlWriter, T> write;
    private final Function<String, T> parse;
    private final Function<T, String> format;

    ValueType(
            XmlName name,
            Function<XmlReader, T> read,
            BiConsumer<XmlWriter, T> write,
            Function<String, T> parse,
            Function<T, String> format) {
        super(name);
        this.read = read;
        this.write = write;
        this.parse = parse;
        this.format = format;
    }

    @Override
    public T readContent(XmlReader reader) {
        return read.apply(reader);
    }

    @Override
    public void writeContent(XmlWriter writer, T value) {
        write.accept(writer, value);
    }

    @Override
    public T parse(String text) {
        return parse.apply(text);
    }

    @Override
    public String format(T value) {
        return format.apply(value);
    }
}
