package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Function;

/**
 * A type whose values are text: content of an element without children, of an attribute, or an item
 * of a list. In binary XML the typed records are used.
 *
 * @param <T> the Java type of the values
 */
public abstract class SimpleType<T> extends XmlType<T> {
    private final XmlName name;

    /** For subclasses: a type with this name. */
    protected SimpleType(XmlName name) {
        this.name = name;
    }

    @Override
    public final XmlName name() {
        return name;
    }

    /**
     * Reads the whole text from the reader's place to the end tag, which is not consumed; inside an
     * attribute, its value.
     */
    public abstract T readContent(XmlReader reader);

    /** Writes the value as text of the open element or attribute. */
    public abstract void writeContent(XmlWriter writer, T value);

    /**
     * The value of a lexical form without white space around it.
     *
     * @throws IllegalArgumentException if there is none; also {@link java.time.DateTimeException}
     */
    public abstract T parse(String text);

    /** The lexical form of a value. */
    public abstract String format(T value);

    @Override
    public final T read(XmlReader reader) {
        reader.enter();
        T value = readContent(reader);
        reader.leave();
        return value;
    }

    @Override
    public final void write(XmlWriter writer, T value) {
        writeContent(writer, value);
    }

    /** The same text as values of another Java type. */
    public final <U> SimpleType<U> map(
            Function<? super T, ? extends U> read, Function<? super U, ? extends T> write) {
        return new MappedType<>(name, this, read, write);
    }

    /** The same values under the name of a derived type. */
    public final SimpleType<T> named(XmlName derived) {
        return new MappedType<>(derived, this, Function.<T>identity(), Function.<T>identity());
    }
}
