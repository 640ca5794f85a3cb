package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code NotifiedResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param notifiedResult element {@code NotifiedResult}; zero if absent
 */
record NotifiedResponse(int notifiedResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<NotifiedResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "NotifiedResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "NotifiedResult"),
                            XmlTypes.INT,
                            NotifiedResponse::notifiedResult,
                            (d, v) -> d.notifiedResult = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int notifiedResult;

        NotifiedResponse build() {
            return new NotifiedResponse(notifiedResult);
        }
    }
}
