package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;
import dev.belay.xml.type.StructType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The structure {@code EchoShapes}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param shapes element {@code shapes}; null if absent or nil, written as nil
 */
record EchoShapesRequest(@Nullable List<@Nullable Shape> shapes) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoShapesRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoShapes"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "shapes"),
                            Repeated.nillable(
                                            XmlName.of("http://example.org/shop/data", "Shape"),
                                            Shape.TYPE)
                                    .wrapped(
                                            XmlName.of(
                                                    "http://example.org/shop/data",
                                                    "ArrayOfShape")),
                            EchoShapesRequest::shapes,
                            (d, v) -> d.shapes = v)
                    .optional()
                    .nillable()
                    .build();

    /** Refuses null where a value is required; copies lists. */
    EchoShapesRequest {
        shapes = shapes == null ? null : Collections.unmodifiableList(new ArrayList<>(shapes));
    }

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable List<@Nullable Shape> shapes;

        EchoShapesRequest build() {
            return new EchoShapesRequest(shapes);
        }
    }
}
