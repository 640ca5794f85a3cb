package dev.belay.metadata.schema;

import dev.belay.metadata.document.Place;

import java.util.List;

/**
 * A string that has one of some fixed values. Immutable.
 *
 * @param name what the type is called
 * @param values the values, in the order of the schema, without repeats
 * @param documentation plain text; "" if there is none
 * @param place where it is described
 */
public record EnumShape(ShapeName name, List<EnumValue> values, String documentation, Place place)
        implements Shape {
    public EnumShape {
        values = List.copyOf(values);
    }

    /** One value as it stands in XML, with its documentation ("" if there is none). */
    public record EnumValue(String value, String documentation) {}
}
