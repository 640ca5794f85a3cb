package dev.belay.cli.demo.calculator;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code UnblockResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param released element {@code released}
 */
record UnblockResponse(int released) {
    private static final String NAMESPACE = "http://example.org/calculator";

    static final StructType<UnblockResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "UnblockResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "released"),
                            XmlTypes.INT,
                            UnblockResponse::released,
                            (d, v) -> d.released = v)
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int released;

        UnblockResponse build() {
            return new UnblockResponse(released);
        }
    }
}
