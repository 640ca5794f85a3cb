package dev.belay.xml.type;

import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Repeated elements of several names. */
final class RepeatedChoice<C> extends Repeated<List<C>> {
    private final ChoiceType<C> type;

    RepeatedChoice(ChoiceType<C> type) {
        this.type = type;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return type.startsAt(reader);
    }

    @Override
    List<C> read(XmlReader reader) {
        var items = new ArrayList<C>();
        do {
            items.add(type.read(reader));
        } while (reader.toElement() && type.startsAt(reader));
        return Collections.unmodifiableList(items);
    }

    @Override
    List<C> none() {
        return List.of();
    }

    @Override
    boolean isEmpty(List<C> items) {
        return items.isEmpty();
    }

    @Override
    void write(XmlWriter writer, List<C> items) {
        for (C item : items) {
            type.write(writer, item);
        }
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
