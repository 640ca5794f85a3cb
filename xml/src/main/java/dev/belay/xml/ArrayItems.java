package dev.belay.xml;

/**
 * Where a reader is in an array of binary XML: its element begins and ends for each item, while the
 * items lie in a row behind it (MC-NBFX 2.2.2.1).
 */
final class ArrayItems {
    private int record;
    private int size;
    private int left;
    private int next;

    void begin(int itemRecord, int itemSize, int count, int position) {
        record = itemRecord;
        size = itemSize;
        left = count;
        next = position;
    }

    /** Whether there are items not yet read; the element on which the reader stands is then one. */
    boolean hasMore() {
        return left > 0;
    }

    int record() {
        return record;
    }

    /** The position of the next item. */
    int position() {
        return next;
    }

    /** Takes some items at once; returns the number, which is 0 if they are of another record. */
    int take(int itemRecord, int atMost) {
        int count = record == itemRecord ? Math.min(left, atMost) : 0;
        next += count * size;
        left -= count;
        return count;
    }
}
