package dev.belay.cli.demo.calculator;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code BlockResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param released element {@code released}
 */
record BlockResponse(boolean released) {
    private static final String NAMESPACE = "http://example.org/calculator";

    static final StructType<BlockResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "BlockResponse"), Draft::new, Draft::build)
                    .booleanElement(
                            XmlName.of(NAMESPACE, "released"),
                            XmlTypes.BOOLEAN,
                            BlockResponse::released,
                            (d, v) -> d.released = v)
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        boolean released;

        BlockResponse build() {
            return new BlockResponse(released);
        }
    }
}
