package dev.belay.testing.shop.session;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code End}.
 *
 * <p>Immutable: any thread may use it.
 */
record EndRequest() {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EndRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "End"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        EndRequest build() {
            return new EndRequest();
        }
    }
}
