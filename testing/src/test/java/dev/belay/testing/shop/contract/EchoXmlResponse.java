package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoXmlResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param echoXmlResult element {@code EchoXmlResult}; null if absent or nil, written as nil
 */
record EchoXmlResponse(@Nullable XmlBuffer echoXmlResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoXmlResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoXmlResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "EchoXmlResult"),
                            XmlTypes.XML,
                            EchoXmlResponse::echoXmlResult,
                            (d, v) -> d.echoXmlResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable XmlBuffer echoXmlResult;

        EchoXmlResponse build() {
            return new EchoXmlResponse(echoXmlResult);
        }
    }
}
