package dev.belay.metadata.schema;

/**
 * An {@code xs:list}: values in one text, separated by white space. Immutable.
 *
 * @param name what the type is called
 * @param item a value or an enumeration
 */
public record ListShape(ShapeName name, Shape item) implements Shape {}
