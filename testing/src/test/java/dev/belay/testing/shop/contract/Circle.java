package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code Circle}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param name element {@code Name}; null if absent or nil, written as nil
 * @param radius element {@code Radius}; zero if absent
 */
public record Circle(@Nullable String name, double radius) implements Shape {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<Circle, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Circle"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Name"),
                            XmlTypes.STRING,
                            Circle::name,
                            (d, v) -> d.name = v)
                    .optional()
                    .nillable()
                    .doubleElement(
                            XmlName.of(NAMESPACE, "Radius"),
                            XmlTypes.DOUBLE,
                            Circle::radius,
                            (d, v) -> d.radius = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String name;
        double radius;

        Circle build() {
            return new Circle(name, radius);
        }
    }
}
