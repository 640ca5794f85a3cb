package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param echoResult element {@code EchoResult}; null if absent or nil, written as nil
 */
record EchoResponse(@Nullable String echoResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "EchoResult"),
                            XmlTypes.STRING,
                            EchoResponse::echoResult,
                            (d, v) -> d.echoResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String echoResult;

        EchoResponse build() {
            return new EchoResponse(echoResult);
        }
    }
}
