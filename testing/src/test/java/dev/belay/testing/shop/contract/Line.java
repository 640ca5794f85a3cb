package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * The structure {@code Line}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param sku element {@code Sku}; null if absent or nil, written as nil
 * @param quantity element {@code Quantity}; zero if absent
 * @param price element {@code Price}; null if absent
 */
public record Line(@Nullable String sku, int quantity, @Nullable BigDecimal price) {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<Line, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Line"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Sku"),
                            XmlTypes.STRING,
                            Line::sku,
                            (d, v) -> d.sku = v)
                    .optional()
                    .nillable()
                    .intElement(
                            XmlName.of(NAMESPACE, "Quantity"),
                            XmlTypes.INT,
                            Line::quantity,
                            (d, v) -> d.quantity = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Price"),
                            XmlTypes.DECIMAL,
                            Line::price,
                            (d, v) -> d.price = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String sku;
        int quantity;
        @Nullable BigDecimal price;

        Line build() {
            return new Line(sku, quantity, price);
        }
    }
}
