package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The structure {@code Line}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param sku element {@code sku}
 * @param description element {@code description}
 * @param quantity element {@code quantity}
 * @param price element {@code price}
 * @param weight element {@code weight}
 */
public record Line(String sku, String description, int quantity, BigDecimal price, double weight) {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<Line, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Line"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "sku"),
                            XmlTypes.STRING,
                            Line::sku,
                            (d, v) -> d.sku = v)
                    .element(
                            XmlName.of(NAMESPACE, "description"),
                            XmlTypes.STRING,
                            Line::description,
                            (d, v) -> d.description = v)
                    .intElement(
                            XmlName.of(NAMESPACE, "quantity"),
                            XmlTypes.INT,
                            Line::quantity,
                            (d, v) -> d.quantity = v)
                    .element(
                            XmlName.of(NAMESPACE, "price"),
                            XmlTypes.DECIMAL,
                            Line::price,
                            (d, v) -> d.price = v)
                    .doubleElement(
                            XmlName.of(NAMESPACE, "weight"),
                            XmlTypes.DOUBLE,
                            Line::weight,
                            (d, v) -> d.weight = v)
                    .build();

    /** Refuses null where a value is required; copies lists. */
    public Line {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(price, "price");
    }

    /** What reading fills. For one thread. */
    @SuppressWarnings("NullAway.Init")
    static final class Draft {
        String sku;
        String description;
        int quantity;
        BigDecimal price;
        double weight;

        Line build() {
            return new Line(sku, description, quantity, price, weight);
        }
    }
}
