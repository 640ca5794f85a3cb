package dev.belay.testing.shop.session;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code BeginResponse}.
 *
 * <p>Immutable: any thread may use it.
 */
record BeginResponse() {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<BeginResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "BeginResponse"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        BeginResponse build() {
            return new BeginResponse();
        }
    }
}
