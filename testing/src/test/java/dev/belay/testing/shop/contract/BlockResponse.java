package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

/**
 * The structure {@code BlockResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param blockResult element {@code BlockResult}; zero if absent
 */
record BlockResponse(int blockResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<BlockResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "BlockResponse"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "BlockResult"),
                            XmlTypes.INT,
                            BlockResponse::blockResult,
                            (d, v) -> d.blockResult = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int blockResult;

        BlockResponse build() {
            return new BlockResponse(blockResult);
        }
    }
}
