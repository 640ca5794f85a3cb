package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code FailResponse}.
 *
 * <p>Immutable: any thread may use it.
 */
record FailResponse() {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<FailResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "FailResponse"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        FailResponse build() {
            return new FailResponse();
        }
    }
}
