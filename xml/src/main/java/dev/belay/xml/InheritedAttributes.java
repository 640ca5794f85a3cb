package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;

/**
 * The attributes of the namespace of XML, such as {@code xml:lang}, that hold for the open
 * elements.
 */
final class InheritedAttributes {
    private record Entry(int depth, String localName, String value) {}

    private final ArrayList<Entry> entries = new ArrayList<>(0);

    void add(int depth, Attribute attribute) {
        entries.add(new Entry(depth, attribute.localName.toString(), attribute.value.toString()));
    }

    /** Forgets those of the element at a depth. */
    void leave(int depth) {
        while (!entries.isEmpty() && entries.getLast().depth() >= depth) {
            entries.removeLast();
        }
    }

    @Nullable String find(String localName) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).localName().equals(localName)) {
                return entries.get(i).value();
            }
        }
        return null;
    }
}
