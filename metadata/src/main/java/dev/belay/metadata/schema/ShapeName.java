package dev.belay.metadata.schema;

import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a type is called. An anonymous type goes by the element or attribute that contains it.
 * Immutable.
 *
 * @param namespace the namespace that it belongs to
 * @param localName its own name, or that of its element or attribute
 * @param owners for an anonymous type the names of what it is nested in, outermost first
 * @param declared whether the type itself has a name, by which {@code xsi:type} can call it
 */
public record ShapeName(String namespace, String localName, List<String> owners, boolean declared) {
    public ShapeName {
        owners = List.copyOf(owners);
    }

    /** The name of a global type. */
    public static ShapeName declared(XmlName name) {
        return new ShapeName(
                name.namespace().toString(), name.localName().toString(), List.of(), true);
    }

    /** The name of what a global element or attribute contains anonymously. */
    static ShapeName anonymous(XmlName owner) {
        return new ShapeName(
                owner.namespace().toString(), owner.localName().toString(), List.of(), false);
    }

    /** The name by which {@code xsi:type} can call it; null for an anonymous type. */
    public @Nullable XmlName typeName() {
        return declared ? XmlName.of(namespace, localName) : null;
    }
}
