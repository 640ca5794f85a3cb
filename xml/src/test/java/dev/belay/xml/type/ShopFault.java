package dev.belay.xml.type;

import org.jspecify.annotations.Nullable;

/** The detail of a fault. */
record ShopFault(int code, @Nullable String text) {
    static final StructType<ShopFault, Draft> TYPE =
            StructType.of(Shop.data("ShopFault"), Draft::new, Draft::build)
                    .intElement(
                            Shop.data("Code"), XmlTypes.INT, ShopFault::code, (d, v) -> d.code = v)
                    .element(
                            Shop.data("Text"),
                            XmlTypes.STRING,
                            ShopFault::text,
                            (d, v) -> d.text = v)
                    .nillable()
                    .build();

    /** The record in the making. */
    static final class Draft {
        private int code;
        private @Nullable String text;

        ShopFault build() {
            return new ShopFault(code, text);
        }
    }
}
