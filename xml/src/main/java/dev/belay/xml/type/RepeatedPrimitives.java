package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.function.Consumer;

/** Repeated elements of one name and primitive type, as an array. */
final class RepeatedPrimitives<A> extends Repeated<A> {
    private static final int FIRST_CAPACITY = 16;

    private final XmlName item;
    private final PrimitiveArray<A> kind;

    RepeatedPrimitives(XmlName item, PrimitiveArray<A> kind) {
        this.item = item;
        this.kind = kind;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return reader.isElement(item);
    }

    @Override
    A read(XmlReader reader) {
        A items = kind.resize(none(), FIRST_CAPACITY);
        int capacity = FIRST_CAPACITY;
        int size = 0;
        for (int n; (n = kind.read(reader, item, items, size, capacity - size)) > 0; ) {
            size += n;
            if (size == capacity) {
                capacity = Math.multiplyExact(capacity, 2);
                items = kind.resize(items, capacity);
            }
        }
        return kind.resize(items, size);
    }

    @Override
    A none() {
        return kind.empty();
    }

    @Override
    boolean isEmpty(A items) {
        return kind.length(items) == 0;
    }

    @Override
    void names(Consumer<? super XmlName> into) {
        into.accept(item);
    }

    @Override
    void declare(XmlWriter writer) {
        writer.declare(item.namespace());
    }

    @Override
    void write(XmlWriter writer, A items) {
        kind.write(writer, item, items, kind.length(items));
    }

    @Override
    public String toString() {
        return "item " + item;
    }
}
