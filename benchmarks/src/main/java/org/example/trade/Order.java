package org.example.trade;

import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import java.util.List;
import java.util.Objects;

/**
 * The structure {@code Order}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param id element {@code id}
 * @param customer element {@code customer}
 * @param placed element {@code placed}
 * @param note element {@code note}
 * @param line element {@code line}
 */
public record Order(long id, Customer customer, XmlDateTime placed, String note, List<Line> line) {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<Order, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Order"), Draft::new, Draft::build)
                    .longElement(
                            XmlName.of(NAMESPACE, "id"),
                            XmlTypes.LONG,
                            Order::id,
                            (d, v) -> d.id = v)
                    .element(
                            XmlName.of(NAMESPACE, "customer"),
                            Customer.TYPE,
                            Order::customer,
                            (d, v) -> d.customer = v)
                    .element(
                            XmlName.of(NAMESPACE, "placed"),
                            XmlTypes.DATE_TIME,
                            Order::placed,
                            (d, v) -> d.placed = v)
                    .element(
                            XmlName.of(NAMESPACE, "note"),
                            XmlTypes.STRING,
                            Order::note,
                            (d, v) -> d.note = v)
                    .repeating(
                            Repeated.of(XmlName.of(NAMESPACE, "line"), Line.TYPE),
                            Order::line,
                            (d, v) -> d.line = v)
                    .build();

    /** Refuses null where a value is required; copies lists. */
    public Order {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(placed, "placed");
        Objects.requireNonNull(note, "note");
        line = List.copyOf(line);
    }

    /** What reading fills. For one thread. */
    @SuppressWarnings("NullAway.Init")
    static final class Draft {
        long id;
        Customer customer;
        XmlDateTime placed;
        String note;
        List<Line> line = List.of();

        Order build() {
            return new Order(id, customer, placed, note, line);
        }
    }
}
