package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;

import java.util.Objects;

/**
 * The structure {@code EchoOrderResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param echo element {@code echo}
 */
record EchoOrderResponse(Order echo) {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<EchoOrderResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoOrderResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "echo"),
                            Order.TYPE,
                            EchoOrderResponse::echo,
                            (d, v) -> d.echo = v)
                    .build();

    /** Refuses null where a value is required; copies lists. */
    EchoOrderResponse {
        Objects.requireNonNull(echo, "echo");
    }

    /** What reading fills. For one thread. */
    @SuppressWarnings("NullAway.Init")
    static final class Draft {
        Order echo;

        EchoOrderResponse build() {
            return new EchoOrderResponse(echo);
        }
    }
}
