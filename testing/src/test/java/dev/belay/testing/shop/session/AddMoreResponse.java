package dev.belay.testing.shop.session;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code AddMoreResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param addMoreResult element {@code AddMoreResult}; zero if absent
 */
record AddMoreResponse(int addMoreResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<AddMoreResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "AddMoreResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "AddMoreResult"),
                            XmlTypes.INT,
                            AddMoreResponse::addMoreResult,
                            (d, v) -> d.addMoreResult = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int addMoreResult;

        AddMoreResponse build() {
            return new AddMoreResponse(addMoreResult);
        }
    }
}
