package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * How values of one Java type are read from and written to an XML element: a schema type.
 * Descriptions are static data; they are interpreted by direct calls, without reflection.
 *
 * <p>A type says nothing about the element's name: that belongs to whoever uses the type.
 * Immutable, for any number of threads; the reader and writer handed in belong to the calling
 * thread. Nothing here blocks. Depth and size are bounded by the quotas of the reader.
 *
 * @param <T> the Java type of the values
 */
public abstract class XmlType<T> {
    /** For subclasses. */
    protected XmlType() {}

    /** The name of the schema type: what {@code xsi:type} says, and what errors name. */
    public abstract XmlName name();

    /**
     * Reads the element that the reader stands on: attributes, content and end tag, which is
     * consumed. {@code xsi:nil} is the caller's matter.
     *
     * @throws dev.belay.error.BelayException if the element does not fit the type, with the place
     */
    public abstract T read(XmlReader reader);

    /**
     * Writes attributes and content of the element that was just started; the caller ends it.
     *
     * @throws IllegalArgumentException if the value lacks something that the type requires
     */
    public abstract void write(XmlWriter writer, T value);

    /**
     * Reads the next element, which must have this name.
     *
     * @throws dev.belay.error.BelayException INVALID_FORMAT if another element, none, or a nil one
     *     is there
     */
    public final T readElement(XmlReader reader, XmlName element) {
        T value = readNillable(reader, element);
        if (value == null) {
            throw reader.error(ErrorCode.INVALID_FORMAT, "element " + element + " must not be nil");
        }
        return value;
    }

    /**
     * Reads the next element, which must have this name; null if it is nil.
     *
     * @throws dev.belay.error.BelayException INVALID_FORMAT if another element or none is there
     */
    public final @Nullable T readNillable(XmlReader reader, XmlName element) {
        if (!reader.toElement(element)) {
            throw reader.error(
                    ErrorCode.INVALID_FORMAT,
                    "element " + element + " of type " + name() + " is missing");
        }
        if (Nil.isSet(reader)) {
            reader.skip();
            return null;
        }
        return read(reader);
    }

    /** Writes an element with this name; a nil one for null. */
    public final void writeElement(XmlWriter writer, XmlName element, @Nullable T value) {
        writer.startElement(
                value == null || element.namespace().isEmpty() ? null : prefixFor(value), element);
        if (value == null) {
            Nil.write(writer);
        } else {
            write(writer, value);
        }
        writer.endElement();
    }

    /** The prefix that an element with this value must have; null if any will do. */
    @Nullable String prefixFor(T value) {
        return null;
    }

    /** Whether elements of this type say their type with an attribute. */
    boolean saysType() {
        return false;
    }

    /**
     * The type that the supplier gives, asked for at the first use: for types that refer to each
     * other or to themselves.
     */
    public static <T> XmlType<T> lazy(Supplier<? extends XmlType<T>> type) {
        return new LazyType<>(type);
    }

    @Override
    public String toString() {
        return name().toString();
    }
}
