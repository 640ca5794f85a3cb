package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code AddResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param sum element {@code sum}
 */
record AddResponse(int sum) {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<AddResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "AddResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "sum"),
                            XmlTypes.INT,
                            AddResponse::sum,
                            (d, v) -> d.sum = v)
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int sum;

        AddResponse build() {
            return new AddResponse(sum);
        }
    }
}
