package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code ShopFault}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param code element {@code Code}; zero if absent
 * @param text element {@code Text}; null if absent or nil, written as nil
 */
public record ShopFault(int code, @Nullable String text) {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<ShopFault, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "ShopFault"), Draft::new, Draft::build)
                    .intElement(
                            XmlName.of(NAMESPACE, "Code"),
                            XmlTypes.INT,
                            ShopFault::code,
                            (d, v) -> d.code = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Text"),
                            XmlTypes.STRING,
                            ShopFault::text,
                            (d, v) -> d.text = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        int code;
        @Nullable String text;

        ShopFault build() {
            return new ShopFault(code, text);
        }
    }
}
