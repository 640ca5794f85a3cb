package dev.belay.xml.type;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** A record as the compiler writes it: required fields primitive, nillable ones nullable. */
record Line(@Nullable String sku, int quantity, BigDecimal price) {
    static final StructType<Line, Draft> TYPE =
            StructType.of(Shop.data("Line"), Draft::new, Draft::build)
                    .element(Shop.data("Sku"), XmlTypes.STRING, Line::sku, (d, v) -> d.sku = v)
                    .optional()
                    .nillable()
                    .intElement(
                            Shop.data("Quantity"),
                            XmlTypes.INT,
                            Line::quantity,
                            (d, v) -> d.quantity = v)
                    .optional()
                    .element(
                            Shop.data("Price"),
                            XmlTypes.DECIMAL,
                            Line::price,
                            (d, v) -> d.price = v)
                    .optional()
                    .build();

    /** The record in the making. */
    static final class Draft {
        private @Nullable String sku;
        private int quantity;
        private BigDecimal price = BigDecimal.ZERO;

        Line build() {
            return new Line(sku, quantity, price);
        }
    }
}
