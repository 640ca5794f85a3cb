package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code AddResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param addResult element {@code AddResult}; zero if absent
 */
record AddResponse(int addResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<AddResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "AddResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "AddResult"),
                            XmlTypes.INT,
                            AddResponse::addResult,
                            (d, v) -> d.addResult = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int addResult;

        AddResponse build() {
            return new AddResponse(addResult);
        }
    }
}
