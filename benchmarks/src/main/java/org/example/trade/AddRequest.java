package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code Add}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param a element {@code a}
 * @param b element {@code b}
 */
record AddRequest(int a, int b) {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<AddRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Add"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "a"),
                            XmlTypes.INT,
                            AddRequest::a,
                            (d, v) -> d.a = v)
                    .intElement(
                            XmlName.of(NAMESPACE, "b"),
                            XmlTypes.INT,
                            AddRequest::b,
                            (d, v) -> d.b = v)
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int a;
        int b;

        AddRequest build() {
            return new AddRequest(a, b);
        }
    }
}
