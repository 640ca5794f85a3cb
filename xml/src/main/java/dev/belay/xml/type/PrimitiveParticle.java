package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Consumer;

/** One element with a primitive value, which is always written. */
final class PrimitiveParticle<T, D> extends Particle<T, D> {
    private final XmlName name;
    private final XmlName owner;
    private final Slot<T, D> slot;

    PrimitiveParticle(XmlName name, XmlName owner, Slot<T, D> slot) {
        this.name = name;
        this.owner = owner;
        this.slot = slot;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return reader.isElement(name);
    }

    @Override
    void read(XmlReader reader, D draft) {
        if (Nil.isSet(reader)) {
            throw Nil.refused(reader, name, owner);
        }
        reader.enter();
        slot.read(reader, draft);
        reader.leave();
    }

    @Override
    void names(Consumer<? super XmlName> into) {
        into.accept(name);
    }

    @Override
    boolean isSet(T value) {
        return true;
    }

    @Override
    void write(XmlWriter writer, T value) {
        writer.startElement(name);
        slot.write(writer, value);
        writer.endElement();
    }

    @Override
    public String toString() {
        return "element " + name;
    }
}
