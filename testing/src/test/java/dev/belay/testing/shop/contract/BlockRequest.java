package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code Block}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param ms element {@code ms}; zero if absent
 */
record BlockRequest(int ms) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<BlockRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Block"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "ms"),
                            XmlTypes.INT,
                            BlockRequest::ms,
                            (d, v) -> d.ms = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int ms;

        BlockRequest build() {
            return new BlockRequest(ms);
        }
    }
}
