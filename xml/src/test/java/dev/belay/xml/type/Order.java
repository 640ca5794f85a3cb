package dev.belay.xml.type;

import dev.belay.xml.XmlDateTime;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** A record that holds lists and itself. */
record Order(
        UUID id,
        XmlDateTime placed,
        BigDecimal total,
        @Nullable Integer discount,
        Status status,
        List<Extra> extras,
        @Nullable List<@Nullable Line> lines,
        @Nullable String note,
        @Nullable Order parent) {
    private static final XmlType<List<@Nullable Line>> LINES =
            Repeated.nillable(Shop.data("Line"), XmlType.lazy(() -> Line.TYPE))
                    .wrapped(Shop.data("ArrayOfLine"));

    static final StructType<Order, Draft> TYPE =
            StructType.of(Shop.data("Order"), Draft::new, Draft::build)
                    .element(Shop.data("Id"), XmlTypes.GUID, Order::id, (d, v) -> d.id = v)
                    .optional()
                    .element(
                            Shop.data("Placed"),
                            XmlTypes.DATE_TIME,
                            Order::placed,
                            (d, v) -> d.placed = v)
                    .optional()
                    .element(
                            Shop.data("Total"),
                            XmlTypes.DECIMAL,
                            Order::total,
                            (d, v) -> d.total = v)
                    .optional()
                    .element(
                            Shop.data("Discount"),
                            XmlTypes.INT,
                            Order::discount,
                            (d, v) -> d.discount = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Status"), Status.TYPE, Order::status, (d, v) -> d.status = v)
                    .optional()
                    .element(
                            Shop.data("Extras"), Extra.FLAGS, Order::extras, (d, v) -> d.extras = v)
                    .optional()
                    .element(Shop.data("Lines"), LINES, Order::lines, (d, v) -> d.lines = v)
                    .optional()
                    .nillable()
                    .element(Shop.data("Note"), XmlTypes.STRING, Order::note, (d, v) -> d.note = v)
                    .optional()
                    .nillable()
                    .element(
                            Shop.data("Parent"),
                            () -> Order.TYPE,
                            Order::parent,
                            (d, v) -> d.parent = v)
                    .optional()
                    .build();

    /** The record in the making. */
    static final class Draft {
        private UUID id = new UUID(0, 0);
        private XmlDateTime placed = XmlDateTime.of(LocalDateTime.of(1, 1, 1, 0, 0));
        private BigDecimal total = BigDecimal.ZERO;
        private @Nullable Integer discount;
        private Status status = Status.NEW;
        private List<Extra> extras = List.of();
        private @Nullable List<@Nullable Line> lines;
        private @Nullable String note;
        private @Nullable Order parent;

        Order build() {
            return new Order(id, placed, total, discount, status, extras, lines, note, parent);
        }
    }
}
