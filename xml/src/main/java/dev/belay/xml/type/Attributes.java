package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The attributes of a struct: those described, and the rest if a field takes it. */
final class Attributes<T, D> {
    private final XmlName owner;
    private final List<Attribute<T, D>> attributes;
    private final @Nullable Rest<T, D> rest;

    Attributes(XmlName owner, List<Attribute<T, D>> attributes, @Nullable Rest<T, D> rest) {
        this.owner = owner;
        this.attributes = List.copyOf(attributes);
        this.rest = rest;
    }

    /** One described attribute. */
    static final class Attribute<T, D> {
        final XmlName name;
        final Slot<T, D> slot;
        boolean optional;

        Attribute(XmlName name, Slot<T, D> slot) {
            this.name = name;
            this.slot = slot;
        }
    }

    /** The field for all other attributes that the wildcard allows. */
    record Rest<T, D>(
            Wildcard wildcard,
            Function<? super T, ? extends @Nullable Map<XmlName, String>> get,
            BiConsumer<? super D, ? super Map<XmlName, String>> set) {}

    void read(XmlReader reader, D draft, boolean strict) {
        boolean any = reader.attributeCount() > 0;
        for (Attribute<T, D> attribute : attributes) {
            int index = any ? reader.findAttribute(attribute.name) : -1;
            if (index >= 0) {
                reader.enterAttribute(index);
                attribute.slot.read(reader, draft);
                reader.leaveAttribute();
            } else if (!attribute.optional) {
                throw reader.error(
                        ErrorCode.INVALID_FORMAT,
                        "attribute " + attribute.name + " of type " + owner + " is missing");
            }
        }
        if (any && (rest != null || strict)) {
            readRest(reader, draft, strict);
        }
    }

    private void readRest(XmlReader reader, D draft, boolean strict) {
        Map<XmlName, String> others = new LinkedHashMap<>();
        for (int i = 0; i < reader.attributeCount(); i++) {
            String namespace = reader.attributeNamespace(i);
            if (reader.isNamespaceDeclaration(i)
                    || namespace.equals(Nil.INSTANCE)
                    || isDescribed(reader, i)) {
                continue;
            }
            if (rest != null && rest.wildcard.allows(namespace)) {
                others.put(
                        XmlName.of(namespace, reader.attributeLocalName(i)),
                        reader.attributeValue(i));
            } else if (strict) {
                throw reader.error(
                        ErrorCode.INVALID_FORMAT,
                        "type " + owner + " has no attribute " + reader.attributeLocalName(i));
            }
        }
        if (rest != null) {
            rest.set.accept(draft, Collections.unmodifiableMap(others));
        }
    }

    private boolean isDescribed(XmlReader reader, int index) {
        for (Attribute<T, D> attribute : attributes) {
            if (reader.isAttribute(index, attribute.name)) {
                return true;
            }
        }
        return false;
    }

    void write(XmlWriter writer, T value) {
        for (Attribute<T, D> attribute : attributes) {
            if (attribute.slot.isPresent(value)) {
                writer.startAttribute(null, attribute.name);
                attribute.slot.write(writer, value);
                writer.endAttribute();
            } else if (!attribute.optional) {
                throw new IllegalArgumentException(
                        "attribute " + attribute.name + " of type " + owner + " must have a value");
            }
        }
        Map<XmlName, String> others = rest == null ? null : rest.get.apply(value);
        if (others != null) {
            others.forEach(writer::attribute);
        }
    }
}
