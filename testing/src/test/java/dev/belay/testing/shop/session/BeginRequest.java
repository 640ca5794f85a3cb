package dev.belay.testing.shop.session;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code Begin}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param start element {@code start}; zero if absent
 */
record BeginRequest(int start) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<BeginRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Begin"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "start"),
                            XmlTypes.INT,
                            BeginRequest::start,
                            (d, v) -> d.start = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int start;

        BeginRequest build() {
            return new BeginRequest(start);
        }
    }
}
