package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoBytes}.
 *
 * <p>Arrays are not copied and are compared by identity; whoever shares them must not change them.
 * Apart from that immutable: any thread may use it.
 *
 * @param data element {@code data}; null if absent or nil, written as nil
 */
@SuppressWarnings("ArrayRecordComponent")
record EchoBytesRequest(byte @Nullable [] data) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoBytesRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoBytes"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "data"),
                            XmlTypes.BYTES,
                            EchoBytesRequest::data,
                            (d, v) -> d.data = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        byte @Nullable [] data;

        EchoBytesRequest build() {
            return new EchoBytesRequest(data);
        }
    }
}
