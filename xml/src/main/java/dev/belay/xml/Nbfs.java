package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The static dictionary of NBFS, built when the first string is asked for. */
final class Nbfs {
    /** .NET has this one with a leading space; so its id is read, but never written. */
    private static final int MISSPELT_ID = 424;

    /** Known to WWSAPI of Windows 10 and later only; so it is read, but never written. */
    private static final int RECENT_ID = 974;

    private static final XmlString[] STRINGS = load();
    private static final Map<String, XmlString> BY_TEXT = index();

    private Nbfs() {}

    private static XmlString[] load() {
        String[] lines = NbfsStrings.LINES.split("\n", -1);
        var strings = new XmlString[lines.length - 1];
        for (int i = 0; i < strings.length; i++) {
            int id = i << 1;
            strings[i] = XmlString.plain(lines[i], id == MISSPELT_ID || id == RECENT_ID ? -1 : id);
        }
        return strings;
    }

    private static Map<String, XmlString> index() {
        var index = new HashMap<String, XmlString>(STRINGS.length * 2);
        for (XmlString string : STRINGS) {
            index.putIfAbsent(string.toString(), string);
        }
        return index;
    }

    static XmlString[] strings() {
        return STRINGS;
    }

    /** The string of the dictionary with these characters, or null. */
    static @Nullable XmlString find(String text) {
        return BY_TEXT.get(text);
    }
}
