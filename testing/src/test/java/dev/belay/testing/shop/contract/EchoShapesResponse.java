package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;
import dev.belay.xml.type.StructType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The structure {@code EchoShapesResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param echoShapesResult element {@code EchoShapesResult}; null if absent or nil, written as nil
 */
record EchoShapesResponse(@Nullable List<@Nullable Shape> echoShapesResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoShapesResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoShapesResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "EchoShapesResult"),
                            Repeated.nillable(
                                            XmlName.of("http://example.org/shop/data", "Shape"),
                                            Shape.TYPE)
                                    .wrapped(
                                            XmlName.of(
                                                    "http://example.org/shop/data",
                                                    "ArrayOfShape")),
                            EchoShapesResponse::echoShapesResult,
                            (d, v) -> d.echoShapesResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** Refuses null where a value is required; copies lists. */
    EchoShapesResponse {
        echoShapesResult =
                echoShapesResult == null
                        ? null
                        : Collections.unmodifiableList(new ArrayList<>(echoShapesResult));
    }

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable List<@Nullable Shape> echoShapesResult;

        EchoShapesResponse build() {
            return new EchoShapesResponse(echoShapesResult);
        }
    }
}
