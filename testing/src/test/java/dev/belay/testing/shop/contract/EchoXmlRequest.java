package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoXml}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param xml element {@code xml}; null if absent or nil, written as nil
 */
record EchoXmlRequest(@Nullable XmlBuffer xml) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoXmlRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoXml"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "xml"),
                            XmlTypes.XML,
                            EchoXmlRequest::xml,
                            (d, v) -> d.xml = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable XmlBuffer xml;

        EchoXmlRequest build() {
            return new EchoXmlRequest(xml);
        }
    }
}
