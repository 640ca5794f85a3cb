package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

import java.util.Objects;

/**
 * The structure {@code EchoOrder}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param order element {@code order}
 */
record EchoOrderRequest(Order order) {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<EchoOrderRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoOrder"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "order"),
                            Order.TYPE,
                            EchoOrderRequest::order,
                            (d, v) -> d.order = v)
                    .build();

    /** Refuses null where a value is required; copies lists. */
    EchoOrderRequest {
        Objects.requireNonNull(order, "order");
    }

    /** What reading fills. For one thread. */
    @SuppressWarnings("NullAway.Init")
    static final class Draft {
        Order order;

        EchoOrderRequest build() {
            return new EchoOrderRequest(order);
        }
    }
}
