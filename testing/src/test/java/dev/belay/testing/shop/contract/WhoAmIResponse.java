package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code WhoAmIResponse}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param whoAmIResult element {@code WhoAmIResult}; null if absent or nil, written as nil
 */
record WhoAmIResponse(@Nullable String whoAmIResult) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<WhoAmIResponse, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "WhoAmIResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "WhoAmIResult"),
                            XmlTypes.STRING,
                            WhoAmIResponse::whoAmIResult,
                            (d, v) -> d.whoAmIResult = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String whoAmIResult;

        WhoAmIResponse build() {
            return new WhoAmIResponse(whoAmIResult);
        }
    }
}
