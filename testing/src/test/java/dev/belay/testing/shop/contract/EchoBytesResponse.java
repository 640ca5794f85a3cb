package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code EchoBytesResponse}.
 *
 * <p>Arrays are not copied and are compared by identity; whoever shares them must not change them.
 * Apart from that immutable: any thread may use it.
 *
 * @param echoBytesResult element {@code EchoBytesResult}; null if absent or nil, written as nil
 */
@SuppressWarnings("ArrayRecordComponent")
record EchoBytesResponse(byte @Nullable [] echoBytesResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<EchoBytesResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "EchoBytesResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "EchoBytesResult"),
                            XmlTypes.BYTES,
                            EchoBytesResponse::echoBytesResult,
                            (d, v) -> d.echoBytesResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        byte @Nullable [] echoBytesResult;

        EchoBytesResponse build() {
            return new EchoBytesResponse(echoBytesResult);
        }
    }
}
