package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code Fail}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param code element {@code code}; zero if absent
 */
record FailRequest(int code) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<FailRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Fail"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "code"),
                            XmlTypes.INT,
                            FailRequest::code,
                            (d, v) -> d.code = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int code;

        FailRequest build() {
            return new FailRequest(code);
        }
    }
}
