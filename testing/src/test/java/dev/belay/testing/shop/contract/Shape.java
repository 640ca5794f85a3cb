package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.PolymorphicType;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code Shape} and those that extend it.
 *
 * <p>Values are records: any thread may use them.
 */
public sealed interface Shape permits PlainShape, Circle, Square {
    /** Reads and writes values of all these types as XML. */
    XmlType<Shape> TYPE =
            PolymorphicType.<Shape>of(XmlName.of("http://example.org/shop/data", "Shape"))
                    .base(PlainShape.class, () -> PlainShape.TYPE)
                    .type(Circle.class, () -> Circle.TYPE)
                    .type(Square.class, () -> Square.TYPE)
                    .build();

    /** Element {@code Name}; null if absent or nil, written as nil. */
    @Nullable String name();
}
