package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** One element of any type; null if it is absent or nil. */
final class ElementParticle<T, D, F> extends Particle<T, D> {
    private final XmlName name;
    private final XmlName owner;
    private final XmlType<F> type;
    private final Function<? super T, ? extends @Nullable F> get;
    private final BiConsumer<? super D, ? super F> set;
    private boolean nillable;
    private boolean omitsNull;

    ElementParticle(
            XmlName name,
            XmlName owner,
            XmlType<F> type,
            Function<? super T, ? extends @Nullable F> get,
            BiConsumer<? super D, ? super F> set) {
        this.name = name;
        this.owner = owner;
        this.type = type;
        this.get = get;
        this.set = set;
    }

    @Override
    void makeNillable() {
        nillable = true;
    }

    @Override
    void omitNull() {
        if (!nillable || !isOptional()) {
            super.omitNull();
        }
        omitsNull = true;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return reader.isElement(name);
    }

    @Override
    void read(XmlReader reader, D draft) {
        if (Nil.isSet(reader)) {
            if (!nillable) {
                throw Nil.refused(reader, name, owner);
            }
            reader.skip();
        } else {
            set.accept(draft, type.read(reader));
        }
    }

    @Override
    void names(Consumer<? super XmlName> into) {
        into.accept(name);
    }

    @Override
    boolean isSet(T value) {
        return get.apply(value) != null;
    }

    @Override
    boolean writesNil() {
        return nillable && !omitsNull;
    }

    @Override
    void write(XmlWriter writer, T value) {
        type.writeElement(writer, name, get.apply(value));
    }

    @Override
    public String toString() {
        return "element " + name;
    }
}
