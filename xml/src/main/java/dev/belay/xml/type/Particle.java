package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Consumer;

/**
 * A piece of a struct's element content: one element, a repeated one, a wildcard, or a group of
 * pieces.
 *
 * @param <T> the struct's Java type
 * @param <D> its draft
 */
abstract class Particle<T, D> {
    private boolean optional;

    /** Whether it may be absent. */
    boolean isOptional() {
        return optional;
    }

    void setOptional(boolean absentAllowed) {
        optional = absentAllowed;
    }

    /** Allows nil. */
    void makeNillable() {
        throw new IllegalStateException(this + " cannot be nillable");
    }

    /** Leaves null out though it could be written as nil. */
    void omitNull() {
        throw new IllegalStateException(this + " is not both optional and nillable");
    }

    /** Whether the element that the reader stands on is the first of this particle. */
    abstract boolean startsAt(XmlReader reader);

    /** Reads what is there; {@link #startsAt} was true. */
    abstract void read(XmlReader reader, D draft);

    /** Whether the value has something here that is not null. */
    abstract boolean isSet(T value);

    /** Whether null is written as nil. */
    boolean writesNil() {
        return false;
    }

    /** Writes what the value has. */
    abstract void write(XmlWriter writer, T value);

    /** Tells the names of all elements that it can write. */
    void names(Consumer<? super XmlName> into) {}

    /** Whether it will write a nil element. */
    boolean willWriteNil(T value) {
        return writesNil() && !isSet(value);
    }

    /** Called when reading goes past this particle without having found it. */
    void absent(XmlReader reader, XmlName owner) {
        if (!isOptional()) {
            throw reader.error(
                    ErrorCode.INVALID_FORMAT, this + " of type " + owner + " is missing");
        }
    }

    /** Writes the value, or complains that it lacks something. */
    final void writeOrOmit(XmlWriter writer, T value, XmlName owner) {
        if (isSet(value) || writesNil()) {
            write(writer, value);
        } else if (!isOptional()) {
            throw new IllegalArgumentException(this + " of type " + owner + " must have a value");
        }
    }

    /** What errors call it, such as {@code element Total}. */
    @Override
    public abstract String toString();
}
