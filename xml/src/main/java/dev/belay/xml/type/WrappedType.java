package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

/**
 * A type whose content is repeated items and nothing else. Elements after them that it does not
 * know are skipped.
 */
final class WrappedType<A> extends XmlType<A> {
    private final XmlName name;
    private final Repeated<A> items;

    WrappedType(XmlName name, Repeated<A> items) {
        this.name = name;
        this.items = items;
    }

    @Override
    public XmlName name() {
        return name;
    }

    @Override
    public A read(XmlReader reader) {
        reader.enter();
        A all = reader.toElement() && items.startsAt(reader) ? items.read(reader) : items.none();
        while (reader.toElement()) {
            if (items.startsAt(reader)) {
                throw Strays.misplaced(reader, name);
            }
            reader.skip();
        }
        reader.leave();
        return all;
    }

    @Override
    public void write(XmlWriter writer, A value) {
        if (!items.isEmpty(value)) {
            items.declare(writer);
            items.write(writer, value);
        }
    }
}
