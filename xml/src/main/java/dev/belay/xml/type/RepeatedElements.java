package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Repeated elements of one name and type. */
final class RepeatedElements<F> extends Repeated<List<@Nullable F>> {
    private final XmlName item;
    private final XmlType<F> type;
    private final boolean nillable;

    RepeatedElements(XmlName item, XmlType<F> type, boolean nillable) {
        this.item = item;
        this.type = type;
        this.nillable = nillable;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return reader.isElement(item);
    }

    @Override
    List<@Nullable F> read(XmlReader reader) {
        var items = new ArrayList<@Nullable F>();
        do {
            if (!Nil.isSet(reader)) {
                items.add(type.read(reader));
            } else if (nillable) {
                reader.skip();
                items.add(null);
            } else {
                throw reader.error(ErrorCode.INVALID_FORMAT, this + " must not be nil");
            }
        } while (reader.toElement(item));
        return Collections.unmodifiableList(items);
    }

    @Override
    List<@Nullable F> none() {
        return List.of();
    }

    @Override
    boolean isEmpty(List<@Nullable F> items) {
        return items.isEmpty();
    }

    @Override
    void names(Consumer<? super XmlName> into) {
        into.accept(item);
    }

    @Override
    void declare(XmlWriter writer) {
        writer.declare(item.namespace());
        if (nillable || type.saysType()) {
            Nil.declare(writer);
        }
    }

    @Override
    void write(XmlWriter writer, List<@Nullable F> items) {
        for (F value : items) {
            if (value == null && !nillable) {
                throw new IllegalArgumentException(this + " must not be null");
            }
            type.writeElement(writer, item, value);
        }
    }

    @Override
    public String toString() {
        return "item " + item;
    }
}
