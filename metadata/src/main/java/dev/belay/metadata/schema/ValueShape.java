package dev.belay.metadata.schema;

import java.util.List;

/**
 * A single value. Immutable.
 *
 * @param kind its value space
 * @param facets the restrictions on it, as words for people; nobody checks them
 */
public record ValueShape(ValueKind kind, List<String> facets) implements Shape {
    public ValueShape {
        facets = List.copyOf(facets);
    }

    public static ValueShape of(ValueKind kind) {
        return new ValueShape(kind, List.of());
    }
}
