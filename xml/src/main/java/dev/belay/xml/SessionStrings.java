package dev.belay.xml;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The strings that one end of a binary session has announced in one direction, as the writer sees
 * them (MC-NBFSE): an immutable snapshot, for any number of threads. The string at position i has
 * the wire id 2i + 1.
 */
public final class SessionStrings {
    /**
     * The limit that a peer has unless it says otherwise, in octets as {@link #octets()} counts
     * them.
     */
    public static final int DEFAULT_LIMIT = 2048;

    private static final SessionStrings NONE = new SessionStrings(new XmlString[0], 0);

    private final XmlString[] strings;
    private final StringIndex index;
    private final int octets;

    private SessionStrings(XmlString[] strings, int octets) {
        this.strings = strings;
        this.index = new StringIndex(strings, strings.length);
        this.octets = octets;
    }

    /** No strings: where each session begins. */
    public static SessionStrings none() {
        return NONE;
    }

    /** The odd wire id of a string, or -1 if it was not announced. */
    public int idOf(XmlString string) {
        int position = index.positionOf(string);
        return position < 0 ? -1 : (position << 1) + 1;
    }

    /** The number of strings. */
    public int size() {
        return strings.length;
    }

    /**
     * What all strings take on the wire: their octets and those of their lengths. Limits count
     * this.
     */
    public int octets() {
        return octets;
    }

    /** What one string takes in a table: its octets and those of its length. */
    public static int octets(XmlString string) {
        return MultiByteInt.size(string.octets()) + string.octets();
    }

    /**
     * These strings and some more behind them. Strings that are here already are not added again.
     */
    public SessionStrings with(List<XmlString> more) {
        XmlString[] all = Arrays.copyOf(strings, strings.length + more.size());
        int count = strings.length;
        int sum = octets;
        for (XmlString string : more) {
            if (idOf(Objects.requireNonNull(string)) < 0
                    && !Arrays.asList(all).subList(strings.length, count).contains(string)) {
                all[count++] = string;
                sum = Math.addExact(sum, octets(string));
            }
        }
        return count == strings.length ? this : new SessionStrings(Arrays.copyOf(all, count), sum);
    }

    /**
     * Writes the string table that begins a message: its size, then the strings announced since an
     * earlier snapshot of the same session, in order. The same snapshot gives the empty table.
     */
    public void writeTable(SessionStrings earlier, XmlOutput out) {
        MultiByteInt.write(out, octets - earlier.octets);
        for (int i = earlier.strings.length; i < strings.length; i++) {
            XmlString string = strings[i];
            MultiByteInt.write(out, string.octets());
            out.write(string.utf8(), 0, string.octets());
        }
    }

    @Override
    public String toString() {
        return "SessionStrings[" + strings.length + " strings, " + octets + " octets]";
    }
}
