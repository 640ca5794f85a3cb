package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoOrder}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param order element {@code order}; null if absent or nil, written as nil
 */
record EchoOrderRequest(@Nullable Order order) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoOrderRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoOrder"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "order"),
                            Order.TYPE,
                            EchoOrderRequest::order,
                            (d, v) -> d.order = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable Order order;

        EchoOrderRequest build() {
            return new EchoOrderRequest(order);
        }
    }
}
