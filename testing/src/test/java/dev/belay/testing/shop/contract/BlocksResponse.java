package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;
import dev.belay.xml.type.StructType;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code BlocksResponse}.
 *
 * <p>Arrays are not copied and are compared by identity; whoever shares them must not change them.
 * Apart from that immutable: any thread may use it.
 *
 * @param blocksResult element {@code BlocksResult}; null if absent or nil, written as nil
 */
@SuppressWarnings("ArrayRecordComponent")
record BlocksResponse(int @Nullable [] blocksResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<BlocksResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "BlocksResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "BlocksResult"),
                            Repeated.ints(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "int"))
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfint")),
                            BlocksResponse::blocksResult,
                            (d, v) -> d.blocksResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int @Nullable [] blocksResult;

        BlocksResponse build() {
            return new BlocksResponse(blocksResult);
        }
    }
}
