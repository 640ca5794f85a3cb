package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code Blocks}.
 *
 * <p>Immutable: any thread may use it.
 */
record BlocksRequest() {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<BlocksRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Blocks"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        BlocksRequest build() {
            return new BlocksRequest();
        }
    }
}
