package dev.belay.testing.shop.session;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code EndResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param endResult element {@code EndResult}; zero if absent
 */
record EndResponse(int endResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EndResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EndResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "EndResult"),
                            XmlTypes.INT,
                            EndResponse::endResult,
                            (d, v) -> d.endResult = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int endResult;

        EndResponse build() {
            return new EndResponse(endResult);
        }
    }
}
