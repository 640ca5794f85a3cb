package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The attributes of the current start tag. */
final class AttributeList {
    /**
     * Up to this many are compared each with each; more are sorted, which nobody can make slow by
     * choosing names.
     */
    private static final int FEW = 12;

    private Attribute[] attributes = new Attribute[0];
    private int count;
    private int plain;
    private Attribute[] sorted = new Attribute[0];

    int count() {
        return count;
    }

    /** The number without namespace declarations. */
    int plain() {
        return plain;
    }

    Attribute at(int index) {
        return attributes[index];
    }

    void clear() {
        count = 0;
        plain = 0;
    }

    Attribute add(int position, boolean declaration) {
        if (count == attributes.length) {
            attributes = Arrays.copyOf(attributes, Math.max(8, count * 2));
            for (int i = count; i < attributes.length; i++) {
                attributes[i] = new Attribute();
            }
        }
        Attribute attribute = attributes[count++];
        attribute.begin(position, declaration);
        if (!declaration) {
            plain++;
        }
        return attribute;
    }

    int find(XmlName name) {
        for (int i = 0; i < count; i++) {
            if (attributes[i].is(name)) {
                return i;
            }
        }
        return -1;
    }

    /** An attribute that has the same expanded name as an earlier one, or null. */
    @Nullable Attribute duplicate() {
        return count <= FEW ? duplicateOfFew() : duplicateOfMany();
    }

    private @Nullable Attribute duplicateOfFew() {
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (attributes[i].sameName(attributes[j])) {
                    return attributes[i];
                }
            }
        }
        return null;
    }

    private @Nullable Attribute duplicateOfMany() {
        if (sorted.length < count) {
            sorted = new Attribute[attributes.length];
        }
        System.arraycopy(attributes, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count, Attribute::compareName);
        for (int i = 1; i < count; i++) {
            if (sorted[i].sameName(sorted[i - 1])) {
                return sorted[i].position() > sorted[i - 1].position() ? sorted[i] : sorted[i - 1];
            }
        }
        return null;
    }
}
