package dev.belay.xml.type;

import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A repeated group of elements. */
final class RepeatedGroup<G> extends Repeated<List<G>> {
    private final StructType<G, ?> group;

    RepeatedGroup(StructType<G, ?> group) {
        this.group = group;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return group.startsAt(reader);
    }

    @Override
    List<G> read(XmlReader reader) {
        var items = new ArrayList<G>();
        do {
            items.add(group.readInPlace(reader));
        } while (reader.toElement() && group.startsAt(reader));
        return Collections.unmodifiableList(items);
    }

    @Override
    List<G> none() {
        return List.of();
    }

    @Override
    boolean isEmpty(List<G> items) {
        return items.isEmpty();
    }

    @Override
    void write(XmlWriter writer, List<G> items) {
        for (G item : items) {
            group.writeContent(writer, item);
        }
    }

    @Override
    public String toString() {
        return "group " + group;
    }
}
