package dev.belay.cli.demo.calculator;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code AddResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param result element {@code result}
 */
record AddResponse(int result) {
    private static final String NAMESPACE = "http://example.org/calculator";

    static final StructType<AddResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "AddResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "result"),
                            XmlTypes.INT,
                            AddResponse::result,
                            (d, v) -> d.result = v)
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int result;

        AddResponse build() {
            return new AddResponse(result);
        }
    }
}
