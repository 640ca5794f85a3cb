package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoEverythingResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param echoEverythingResult element {@code EchoEverythingResult}; null if absent or nil, written
 *     as nil
 */
record EchoEverythingResponse(@Nullable Everything echoEverythingResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoEverythingResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoEverythingResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "EchoEverythingResult"),
                            Everything.TYPE,
                            EchoEverythingResponse::echoEverythingResult,
                            (d, v) -> d.echoEverythingResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable Everything echoEverythingResult;

        EchoEverythingResponse build() {
            return new EchoEverythingResponse(echoEverythingResult);
        }
    }
}
