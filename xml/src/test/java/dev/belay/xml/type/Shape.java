package dev.belay.xml.type;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** An abstract type and its two descendants, each with all fields. */
sealed interface Shape {
    XmlType<Shape> TYPE =
            PolymorphicType.<Shape>of(Shop.data("Shape"))
                    .type(Circle.class, () -> Circle.TYPE)
                    .type(Square.class, () -> Square.TYPE)
                    .build();

    XmlType<List<@Nullable Shape>> LIST =
            Repeated.nillable(Shop.data("Shape"), TYPE).wrapped(Shop.data("ArrayOfShape"));

    @Nullable String name();

    /** A circle. */
    record Circle(@Nullable String name, double radius) implements Shape {
        static final StructType<Circle, Circle.Draft> TYPE =
                StructType.of(Shop.data("Circle"), Circle.Draft::new, Circle.Draft::build)
                        .element(
                                Shop.data("Name"),
                                XmlTypes.STRING,
                                Circle::name,
                                (d, v) -> d.name = v)
                        .optional()
                        .nillable()
                        .doubleElement(
                                Shop.data("Radius"),
                                XmlTypes.DOUBLE,
                                Circle::radius,
                                (d, v) -> d.radius = v)
                        .optional()
                        .build();

        /** The record in the making. */
        static final class Draft {
            private @Nullable String name;
            private double radius;

            Circle build() {
                return new Circle(name, radius);
            }
        }
    }

    /** A square. */
    record Square(@Nullable String name, double side) implements Shape {
        static final StructType<Square, Square.Draft> TYPE =
                StructType.of(Shop.data("Square"), Square.Draft::new, Square.Draft::build)
                        .element(
                                Shop.data("Name"),
                                XmlTypes.STRING,
                                Square::name,
                                (d, v) -> d.name = v)
                        .optional()
                        .nillable()
                        .doubleElement(
                                Shop.data("Side"),
                                XmlTypes.DOUBLE,
                                Square::side,
                                (d, v) -> d.side = v)
                        .optional()
                        .build();

        /** The record in the making. */
        static final class Draft {
            private @Nullable String name;
            private double side;

            Square build() {
                return new Square(name, side);
            }
        }
    }
}
