package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code BlockResponse}.
 *
 * <p>Immutable: any thread may use it.
 */
record BlockResponse() {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<BlockResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "BlockResponse"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        BlockResponse build() {
            return new BlockResponse();
        }
    }
}
