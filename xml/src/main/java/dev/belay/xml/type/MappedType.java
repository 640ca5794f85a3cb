package dev.belay.xml.type;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.time.DateTimeException;
import java.util.function.Function;

/** The values of one simple type as another Java type. */
final class MappedType<S, T> extends SimpleType<T> {
    private final SimpleType<S> source;
    private final Function<? super S, ? extends T> read;
    private final Function<? super T, ? extends S> write;

    MappedType(
            XmlName name,
            SimpleType<S> source,
            Function<? super S, ? extends T> read,
            Function<? super T, ? extends S> write) {
        super(name);
        this.source = source;
        this.read = read;
        this.write = write;
    }

    @Override
    public T readContent(XmlReader reader) {
        S value = source.readContent(reader);
        try {
            return read.apply(value);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            BelayException failure =
                    reader.error(
                            ErrorCode.INVALID_FORMAT,
                            "not a value of type " + name() + ": " + e.getMessage());
            failure.addSuppressed(e);
            throw failure;
        }
    }

    @Override
    public void writeContent(XmlWriter writer, T value) {
        source.writeContent(writer, write.apply(value));
    }

    @Override
    public T parse(String text) {
        return read.apply(source.parse(text));
    }

    @Override
    public String format(T value) {
        return source.format(write.apply(value));
    }
}
