package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code Block}.
 *
 * <p>Immutable: any thread may use it.
 */
record BlockRequest() {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<BlockRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Block"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        BlockRequest build() {
            return new BlockRequest();
        }
    }
}
