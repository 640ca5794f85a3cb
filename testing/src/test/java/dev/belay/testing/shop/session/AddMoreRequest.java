package dev.belay.testing.shop.session;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code AddMore}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param n element {@code n}; zero if absent
 */
record AddMoreRequest(int n) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<AddMoreRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "AddMore"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "n"),
                            XmlTypes.INT,
                            AddMoreRequest::n,
                            (d, v) -> d.n = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int n;

        AddMoreRequest build() {
            return new AddMoreRequest(n);
        }
    }
}
