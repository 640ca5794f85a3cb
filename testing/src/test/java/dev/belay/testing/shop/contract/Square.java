package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code Square}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param name element {@code Name}; null if absent or nil, written as nil
 * @param side element {@code Side}; zero if absent
 */
public record Square(@Nullable String name, double side) implements Shape {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<Square, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Square"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Name"),
                            XmlTypes.STRING,
                            Square::name,
                            (d, v) -> d.name = v)
                    .optional()
                    .nillable()
                    .doubleElement(
                            XmlName.of(NAMESPACE, "Side"),
                            XmlTypes.DOUBLE,
                            Square::side,
                            (d, v) -> d.side = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String name;
        double side;

        Square build() {
            return new Square(name, side);
        }
    }
}
