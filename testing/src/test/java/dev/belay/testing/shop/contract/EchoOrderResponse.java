package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoOrderResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param echoOrderResult element {@code EchoOrderResult}; null if absent or nil, written as nil
 */
record EchoOrderResponse(@Nullable Order echoOrderResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoOrderResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoOrderResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "EchoOrderResult"),
                            Order.TYPE,
                            EchoOrderResponse::echoOrderResult,
                            (d, v) -> d.echoOrderResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable Order echoOrderResult;

        EchoOrderResponse build() {
            return new EchoOrderResponse(echoOrderResult);
        }
    }
}
