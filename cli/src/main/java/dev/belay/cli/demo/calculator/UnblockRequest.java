package dev.belay.cli.demo.calculator;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

/**
 * The structure {@code Unblock}.
 *
 * <p>Immutable: any thread may use it.
 */
record UnblockRequest() {
    private static final String NAMESPACE = "http://example.org/calculator";

    static final StructType<UnblockRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Unblock"), Draft::new, Draft::build).build();

    /** What reading fills. For one thread. */
    static final class Draft {
        UnblockRequest build() {
            return new UnblockRequest();
        }
    }
}
