package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code WhoAmI}.
 *
 * <p>Immutable: any thread may use it.
 */
record WhoAmIRequest() {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<WhoAmIRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "WhoAmI"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        WhoAmIRequest build() {
            return new WhoAmIRequest();
        }
    }
}
