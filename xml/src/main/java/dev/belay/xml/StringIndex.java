package dev.belay.xml;

import org.jspecify.annotations.Nullable;

/**
 * From string to position in a list, by open addressing, for strings that the program itself chose.
 * Immutable once built; the first of equal strings wins.
 */
final class StringIndex {
    private final XmlString[] strings;
    private final int count;
    private final int[] slots;

    StringIndex(XmlString[] strings, int count) {
        this.strings = strings;
        this.count = count;
        this.slots = new int[Integer.highestOneBit(Math.max(4, count)) * 4];
        for (int i = 0; i < count; i++) {
            insert(i);
        }
    }

    private void insert(int position) {
        int slot = slotOf(strings[position]);
        if (slots[slot] == 0) {
            slots[slot] = position + 1;
        }
    }

    /** The slot that holds the string, or the free one where it belongs. */
    private int slotOf(XmlString string) {
        int mask = slots.length - 1;
        int hash = string.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 16) & mask;
        while (slots[slot] != 0 && !strings[slots[slot] - 1].equals(string)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The position of the string, or -1. */
    int positionOf(XmlString string) {
        return slots[slotOf(string)] - 1;
    }

    int count() {
        return count;
    }

    /** The string at a position, or null beyond the end. */
    @Nullable XmlString at(int position) {
        return position >= 0 && position < count ? strings[position] : null;
    }
}
