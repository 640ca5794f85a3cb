package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shapes of simple types. */
final class SimpleTypes {
    private static final ValueShape STRING = ValueShape.of(ValueKind.STRING);

    private final Types types;
    private final Diagnostics diagnostics;

    SimpleTypes(Types types, Diagnostics diagnostics) {
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** The shape of an {@code xs:simpleType}. */
    Shape shape(Element type, SchemaDocument schema, ShapeName name) {
        for (Element child : type.children()) {
            if (Xs.is(child, "restriction")) {
                return restriction(type, child, schema, name);
            } else if (Xs.is(child, "list")) {
                Shape item = inner(child, "itemType", schema, name);
                return new ListShape(name, single(item, child));
            } else if (Xs.is(child, "union")) {
                return union(child, schema, name);
            }
        }
        diagnostics.error(type, "a simple type needs a restriction, a list or a union");
        return STRING;
    }

    /** The type that an attribute of {@code at} refers to, or that is nested in it. */
    private Shape inner(Element at, String attribute, SchemaDocument schema, ShapeName name) {
        String reference = at.attribute(attribute);
        if (reference != null) {
            return types.referenced(at, reference, schema);
        }
        Element nested = Xs.child(at, "simpleType");
        if (nested == null) {
            diagnostics.error(at, "needs the attribute " + attribute + " or a nested simple type");
            return STRING;
        }
        return shape(nested, schema, name);
    }

    private Shape single(Shape item, Element at) {
        return switch (item) {
            case ValueShape value when value.kind() != ValueKind.XML -> value;
            case EnumShape enumeration -> enumeration;
            case ValueShape _, ListShape _, StructShape _ -> {
                diagnostics.error(at, "the items of a list must be single values");
                yield STRING;
            }
        };
    }

    /** Restricts a base by the facets inside {@code at}. */
    Shape restriction(Element type, Element at, SchemaDocument schema, ShapeName name) {
        Shape base = inner(at, "base", schema, name);
        List<Element> enumeration = at.children(Xs.NAMESPACE, "enumeration");
        return switch (base) {
            case ValueShape value when value.kind() == ValueKind.STRING && !enumeration.isEmpty() ->
                    enumeration(type, enumeration, name);
            case ValueShape value -> restricted(value, at);
            case EnumShape wider ->
                    enumeration.isEmpty() ? wider : enumeration(type, enumeration, name);
            case ListShape list -> list;
            case StructShape _ -> {
                diagnostics.error(at, "the base of a simple type must be simple");
                yield STRING;
            }
        };
    }

    private EnumShape enumeration(Element type, List<Element> facets, ShapeName name) {
        Map<String, EnumShape.EnumValue> values = new LinkedHashMap<>();
        for (Element facet : facets) {
            String value = facet.attributeOr("value", "");
            EnumShape.EnumValue added = new EnumShape.EnumValue(value, Xs.documentation(facet));
            if (values.putIfAbsent(value, added) != null) {
                diagnostics.warning(facet, "this value is there already");
            }
        }
        return new EnumShape(
                name, List.copyOf(values.values()), Xs.documentation(type), type.place());
    }

    private static ValueShape restricted(ValueShape base, Element restriction) {
        List<String> facets = new ArrayList<>(base.facets());
        List<String> values = new ArrayList<>();
        for (Element facet : restriction.children()) {
            String value = facet.attribute("value");
            if (value == null || !facet.namespace().equals(Xs.NAMESPACE)) {
                continue;
            }
            if (Xs.is(facet, "enumeration")) {
                values.add(value);
            } else if (!Xs.is(facet, "whiteSpace")) {
                facets.add(facet.localName() + " " + value);
            }
        }
        if (!values.isEmpty()) {
            facets.add("one of " + String.join(", ", values));
        }
        return new ValueShape(base.kind(), facets);
    }

    private Shape union(Element at, SchemaDocument schema, ShapeName name) {
        List<Shape> members = new ArrayList<>();
        String references = at.attribute("memberTypes");
        if (references != null) {
            for (String reference : references.split("\\s+", -1)) {
                members.add(types.referenced(at, reference, schema));
            }
        }
        for (Element nested : at.children(Xs.NAMESPACE, "simpleType")) {
            members.add(shape(nested, schema, name));
        }
        if (!members.stream().allMatch(SimpleTypes::isText)) {
            diagnostics.warning(at, "a union of different kinds of values is kept as its text");
        }
        return new ValueShape(ValueKind.STRING, unionFacets(members));
    }

    private static List<String> unionFacets(List<Shape> members) {
        List<String> facets = new ArrayList<>();
        for (Shape member : members) {
            if (member instanceof EnumShape enumeration) {
                List<String> values =
                        enumeration.values().stream().map(EnumShape.EnumValue::value).toList();
                facets.add("one of " + String.join(", ", values));
            } else if (member instanceof ValueShape value) {
                facets.addAll(value.facets());
            }
        }
        return facets.size() < 2 ? facets : List.of("either " + String.join(", or ", facets));
    }

    private static boolean isText(@Nullable Shape member) {
        return member instanceof EnumShape
                || member instanceof ValueShape value
                        && (value.kind() == ValueKind.STRING || value.kind() == ValueKind.ANY_URI);
    }
}
