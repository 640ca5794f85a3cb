package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code Shape}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param name element {@code Name}; null if absent or nil, written as nil
 */
public record PlainShape(@Nullable String name) implements Shape {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<PlainShape, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Shape"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Name"),
                            XmlTypes.STRING,
                            PlainShape::name,
                            (d, v) -> d.name = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String name;

        PlainShape build() {
            return new PlainShape(name);
        }
    }
}
