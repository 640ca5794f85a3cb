package dev.belay.testing.shop.contract;

import dev.belay.soap.MessageContract;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * A message with its headers.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param basket element {@code Basket}; null if absent
 * @param ticket element {@code Ticket}; null if absent
 * @param text element {@code Text}; null if absent or nil, written as nil
 */
public record TagRequest(@Nullable Line basket, @Nullable String ticket, @Nullable String text) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<TagRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Tag"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Text"),
                            XmlTypes.STRING,
                            TagRequest::text,
                            (d, v) -> d.text = v)
                    .optional()
                    .nillable()
                    .build();

    static final MessageType<TagRequest> MESSAGE =
            MessageContract.wrapped(XmlName.of(NAMESPACE, "Tag"), TYPE)
                    .header(
                            XmlName.of(NAMESPACE, "Basket"),
                            XmlType.lazy(() -> Line.TYPE),
                            TagRequest::basket,
                            (d, v) -> d.basket = v)
                    .optional()
                    .header(
                            XmlName.of(NAMESPACE, "Ticket"),
                            XmlTypes.STRING,
                            TagRequest::ticket,
                            (d, v) -> d.ticket = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable Line basket;
        @Nullable String ticket;
        @Nullable String text;

        TagRequest build() {
            return new TagRequest(basket, ticket, text);
        }
    }
}
