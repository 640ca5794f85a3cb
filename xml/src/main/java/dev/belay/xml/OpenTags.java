package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The names of the elements that a writer has open, and of the attributes of its open start tag.
 */
final class OpenTags {
    /** One name; reused. */
    static final class Name {
        private String prefix = "";
        private String localName = "";
        private @Nullable XmlString known;

        String prefix() {
            return prefix;
        }

        String localName() {
            return localName;
        }

        @Nullable XmlString known() {
            return known;
        }
    }

    private Name[] names = new Name[0];
    private int depth;
    private String[] attributes = new String[8];
    private int attributeCount;

    int depth() {
        return depth;
    }

    Name top() {
        return names[depth - 1];
    }

    void push(String prefix, String localName, @Nullable XmlString known) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, Math.max(8, depth * 2));
            for (int i = depth; i < names.length; i++) {
                names[i] = new Name();
            }
        }
        Name name = names[depth++];
        name.prefix = prefix;
        name.localName = localName;
        name.known = known;
        attributeCount = 0;
    }

    void changePrefix(String prefix) {
        top().prefix = prefix;
    }

    void pop() {
        depth--;
    }

    int attributeCount() {
        return attributeCount >> 1;
    }

    /** Notes an attribute of the open start tag; false if it has one of this name. */
    boolean addAttribute(String localName, String namespace) {
        for (int i = 0; i < attributeCount; i += 2) {
            if (attributes[i].equals(localName) && attributes[i + 1].equals(namespace)) {
                return false;
            }
        }
        if (attributeCount == attributes.length) {
            attributes = Arrays.copyOf(attributes, attributeCount * 2);
        }
        attributes[attributeCount++] = localName;
        attributes[attributeCount++] = namespace;
        return true;
    }
}
