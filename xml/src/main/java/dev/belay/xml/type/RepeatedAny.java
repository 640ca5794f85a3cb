package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Repeated elements of any name. */
final class RepeatedAny extends Repeated<List<XmlBuffer>> {
    private final Wildcard wildcard;

    RepeatedAny(Wildcard wildcard) {
        this.wildcard = wildcard;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return wildcard.allows(reader.namespace());
    }

    @Override
    List<XmlBuffer> read(XmlReader reader) {
        var items = new ArrayList<XmlBuffer>();
        do {
            items.add(reader.readBuffer());
        } while (reader.toElement() && startsAt(reader));
        return Collections.unmodifiableList(items);
    }

    @Override
    List<XmlBuffer> none() {
        return List.of();
    }

    @Override
    boolean isEmpty(List<XmlBuffer> items) {
        return items.isEmpty();
    }

    @Override
    void write(XmlWriter writer, List<XmlBuffer> items) {
        for (XmlBuffer item : items) {
            writer.buffer(item);
        }
    }

    @Override
    public String toString() {
        return "any element of " + wildcard;
    }
}
