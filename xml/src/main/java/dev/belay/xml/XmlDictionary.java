package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Strings that both ends of a binary encoding know in advance; on the wire each is an even number,
 * twice its position (MC-NBFX 2.1.2, MC-NBFS). Immutable, for any number of threads.
 */
public final class XmlDictionary {
    private static final XmlDictionary NONE = new XmlDictionary(new XmlString[0], false);

    private final XmlString[] strings;
    private final boolean isNbfs;
    private final @Nullable StringIndex index;

    private XmlDictionary(XmlString[] strings, boolean isNbfs) {
        this.strings = strings;
        this.isNbfs = isNbfs;
        this.index = isNbfs ? null : new StringIndex(strings, strings.length);
    }

    /** The static dictionary of NBFS, which net.tcp uses. */
    public static XmlDictionary nbfs() {
        return NbfsHolder.DICTIONARY;
    }

    /** A dictionary of these strings in this order. */
    public static XmlDictionary of(List<String> strings) {
        Objects.requireNonNull(strings, "strings");
        return new XmlDictionary(
                strings.stream().map(XmlString::of).toArray(XmlString[]::new), false);
    }

    /** The dictionary without strings. */
    public static XmlDictionary none() {
        return NONE;
    }

    /** The number of strings. */
    public int size() {
        return strings.length;
    }

    /** The string at a position, from 0 on; its wire id is twice that. */
    public XmlString get(int position) {
        return strings[Objects.checkIndex(position, strings.length)];
    }

    /** The string of an even wire id, or null if there is none. */
    @Nullable XmlString ofWireId(int id) {
        int position = id >>> 1;
        return position < strings.length ? strings[position] : null;
    }

    /** The wire id under which a string may be written, or -1. */
    int wireIdOf(XmlString string) {
        if (index == null) {
            return string.nbfsId();
        }
        int position = index.positionOf(string);
        return position < 0 ? -1 : position << 1;
    }

    @Override
    public String toString() {
        return isNbfs ? "XmlDictionary[nbfs]" : "XmlDictionary[" + strings.length + " strings]";
    }

    /** Built when it is first asked for. */
    private static final class NbfsHolder {
        static final XmlDictionary DICTIONARY = new XmlDictionary(Nbfs.strings(), true);
    }
}
