package dev.belay.xml;

import org.jspecify.annotations.Nullable;

/**
 * Writes the records of elements, attributes and declarations: inline or by dictionary, with the
 * short form of prefixes.
 */
final class BinaryNames {
    private final XmlOutput out;
    private final XmlDictionary dictionary;
    private final @Nullable StringIds session;

    BinaryNames(XmlOutput out, XmlDictionary dictionary, @Nullable StringIds session) {
        this.out = out;
        this.dictionary = dictionary;
        this.session = session;
    }

    /** The wire id of a string, or -1. */
    int idOf(XmlString string) {
        int id = dictionary.wireIdOf(string);
        if (id >= 0) {
            return id;
        }
        StringIds strings = session;
        return strings == null ? -1 : strings.idOf(string);
    }

    private int idOf(@Nullable XmlString known, String text) {
        return known == null || text.isEmpty() ? -1 : idOf(known);
    }

    static boolean isLetter(String prefix) {
        return prefix.length() == 1 && prefix.charAt(0) >= 'a' && prefix.charAt(0) <= 'z';
    }

    void element(String prefix, String localName, @Nullable XmlString known) {
        int id = idOf(known, localName);
        if (isLetter(prefix)) {
            int first = id >= 0 ? Records.PREFIX_DICTIONARY_ELEMENT_A : Records.PREFIX_ELEMENT_A;
            out.write(first + prefix.charAt(0) - 'a');
        } else if (prefix.isEmpty()) {
            out.write(id >= 0 ? Records.SHORT_DICTIONARY_ELEMENT : Records.SHORT_ELEMENT);
        } else {
            out.write(id >= 0 ? Records.DICTIONARY_ELEMENT : Records.ELEMENT);
            inline(prefix, null);
        }
        name(id, localName, known);
    }

    void attribute(String prefix, String localName, @Nullable XmlString known) {
        int id = idOf(known, localName);
        if (isLetter(prefix)) {
            int first =
                    id >= 0 ? Records.PREFIX_DICTIONARY_ATTRIBUTE_A : Records.PREFIX_ATTRIBUTE_A;
            out.write(first + prefix.charAt(0) - 'a');
        } else if (prefix.isEmpty()) {
            out.write(id >= 0 ? Records.SHORT_DICTIONARY_ATTRIBUTE : Records.SHORT_ATTRIBUTE);
        } else {
            out.write(id >= 0 ? Records.DICTIONARY_ATTRIBUTE : Records.ATTRIBUTE);
            inline(prefix, null);
        }
        name(id, localName, known);
    }

    void declaration(String prefix, String namespace, @Nullable XmlString known) {
        int id = idOf(known, namespace);
        if (prefix.isEmpty()) {
            out.write(id >= 0 ? Records.SHORT_DICTIONARY_XMLNS : Records.SHORT_XMLNS);
        } else {
            out.write(id >= 0 ? Records.DICTIONARY_XMLNS : Records.XMLNS);
            inline(prefix, null);
        }
        name(id, namespace, known);
    }

    private void name(int id, String text, @Nullable XmlString known) {
        if (id >= 0) {
            MultiByteInt.write(out, id);
        } else {
            inline(text, known);
        }
    }

    private void inline(String text, @Nullable XmlString known) {
        if (known != null) {
            MultiByteInt.write(out, known.octets());
            out.write(known.utf8(), 0, known.octets());
        } else {
            int octets = CharacterOutput.octets(text);
            MultiByteInt.write(out, octets);
            CharacterOutput.append(text, octets, out);
        }
    }
}
