package dev.belay.testing.shop;

import dev.belay.testing.shop.contract.Extras;
import dev.belay.testing.shop.contract.Line;
import dev.belay.testing.shop.contract.Order;
import dev.belay.testing.shop.contract.Status;
import dev.belay.xml.XmlDateTime;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders to send. What .NET cannot leave out is always there. */
final class Orders {
    private static final UUID NO_ID = new UUID(0, 0);
    private static final XmlDateTime NEVER = XmlDateTime.parse("0001-01-01T00:00:00");

    private Orders() {}

    static Order full() {
        return full(
                Arrays.asList(
                        new Line("A-1", 1, new BigDecimal("0.10")),
                        new Line("", -1, BigDecimal.ZERO),
                        new Line(null, Integer.MAX_VALUE, new BigDecimal("99999999.99"))));
    }

    private static Order full(List<@Nullable Line> lines) {
        return new Order(
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                XmlDateTime.parse("2026-02-28T23:59:59.9999999Z"),
                new BigDecimal("1234.50"),
                -7,
                Status.SENT_OUT,
                List.of(Extras.GIFT, Extras.INSURED),
                lines,
                "leave at <door> & ring\n\"twice\"",
                null);
    }

    /** About 8 KB of SOAP 1.1 text. */
    static Order big(int seed) {
        return full(
                new ArrayList<>(
                        IntStream.range(0, 85)
                                .mapToObj(
                                        i ->
                                                new Line(
                                                        "SKU-" + (1_000_000 + seed + i),
                                                        i,
                                                        new BigDecimal("1.25")
                                                                .multiply(
                                                                        BigDecimal.valueOf(
                                                                                seed + i))))
                                .toList()));
    }

    static Order empty() {
        return order(BigDecimal.ZERO, null, null, null);
    }

    static Order order(
            BigDecimal total,
            @Nullable List<@Nullable Line> lines,
            @Nullable String note,
            @Nullable Order parent) {
        return new Order(
                NO_ID, NEVER, total, null, Status.NEW, List.of(Extras.NONE), lines, note, parent);
    }
}
