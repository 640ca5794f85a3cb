package dev.belay.testing.shop.contract;

import dev.belay.soap.MessageContract;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * A message with its headers.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param ticket element {@code Ticket}; null if absent
 * @param text element {@code Text}; null if absent or nil, written as nil
 */
public record TagReply(@Nullable String ticket, @Nullable String text) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<TagReply, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "TagResponse"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Text"),
                            XmlTypes.STRING,
                            TagReply::text,
                            (d, v) -> d.text = v)
                    .optional()
                    .nillable()
                    .build();

    static final MessageType<TagReply> MESSAGE =
            MessageContract.wrapped(XmlName.of(NAMESPACE, "TagResponse"), TYPE)
                    .header(
                            XmlName.of(NAMESPACE, "Ticket"),
                            XmlTypes.STRING,
                            TagReply::ticket,
                            (d, v) -> d.ticket = v)
                    .optional()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String ticket;
        @Nullable String text;

        TagReply build() {
            return new TagReply(ticket, text);
        }
    }
}
