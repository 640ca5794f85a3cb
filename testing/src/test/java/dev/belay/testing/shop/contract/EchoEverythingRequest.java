package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoEverything}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param value element {@code value}; null if absent or nil, written as nil
 */
record EchoEverythingRequest(@Nullable Everything value) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoEverythingRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoEverything"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "value"),
                            Everything.TYPE,
                            EchoEverythingRequest::value,
                            (d, v) -> d.value = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable Everything value;

        EchoEverythingRequest build() {
            return new EchoEverythingRequest(value);
        }
    }
}
