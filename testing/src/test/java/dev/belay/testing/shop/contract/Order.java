package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The structure {@code Order}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param id element {@code Id}; null if absent
 * @param placed element {@code Placed}; null if absent
 * @param total element {@code Total}; null if absent
 * @param discount element {@code Discount}; null if absent or nil, written as nil
 * @param status element {@code Status}; null if absent
 * @param extras element {@code Extras}; null if absent
 * @param lines element {@code Lines}; null if absent or nil, written as nil
 * @param note element {@code Note}; null if absent or nil, written as nil
 * @param parent element {@code Parent}; null if absent or nil, then left out
 */
public record Order(
        @Nullable UUID id,
        @Nullable XmlDateTime placed,
        @Nullable BigDecimal total,
        @Nullable Integer discount,
        @Nullable Status status,
        @Nullable List<Extras> extras,
        @Nullable List<@Nullable Line> lines,
        @Nullable String note,
        @Nullable Order parent) {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<Order, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Order"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Id"),
                            XmlTypes.GUID,
                            Order::id,
                            (d, v) -> d.id = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Placed"),
                            XmlTypes.DATE_TIME,
                            Order::placed,
                            (d, v) -> d.placed = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Total"),
                            XmlTypes.DECIMAL,
                            Order::total,
                            (d, v) -> d.total = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Discount"),
                            XmlTypes.INT,
                            Order::discount,
                            (d, v) -> d.discount = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Status"),
                            Status.TYPE,
                            Order::status,
                            (d, v) -> d.status = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Extras"),
                            XmlTypes.list(XmlName.of(NAMESPACE, "Extras"), Extras.TYPE),
                            Order::extras,
                            (d, v) -> d.extras = v)
                    .optional()
                    .element(
                            XmlName.of(NAMESPACE, "Lines"),
                            Repeated.nillable(XmlName.of(NAMESPACE, "Line"), Line.TYPE)
                                    .wrapped(XmlName.of(NAMESPACE, "ArrayOfLine")),
                            Order::lines,
                            (d, v) -> d.lines = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Note"),
                            XmlTypes.STRING,
                            Order::note,
                            (d, v) -> d.note = v)
                    .optional()
                    .nillable()
                    .element(
                            XmlName.of(NAMESPACE, "Parent"),
                            XmlType.lazy(() -> Order.TYPE),
                            Order::parent,
                            (d, v) -> d.parent = v)
                    .optional()
                    .nillable()
                    .omitNull()
                    .build();

    /** Refuses null where a value is required; copies lists. */
    public Order {
        extras = extras == null ? null : List.copyOf(extras);
        lines = lines == null ? null : Collections.unmodifiableList(new ArrayList<>(lines));
    }

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable UUID id;
        @Nullable XmlDateTime placed;
        @Nullable BigDecimal total;
        @Nullable Integer discount;
        @Nullable Status status;
        @Nullable List<Extras> extras;
        @Nullable List<@Nullable Line> lines;
        @Nullable String note;
        @Nullable Order parent;

        Order build() {
            return new Order(id, placed, total, discount, status, extras, lines, note, parent);
        }
    }
}
