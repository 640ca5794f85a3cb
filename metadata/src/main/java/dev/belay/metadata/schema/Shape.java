package dev.belay.metadata.schema;

/** What a value is made of. */
public sealed interface Shape permits ValueShape, EnumShape, ListShape, StructShape {}
