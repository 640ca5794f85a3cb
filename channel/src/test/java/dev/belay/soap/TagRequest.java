package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/** A message with headers of its own, as the compiler writes it. */
record TagRequest(@Nullable String ticket, int basket, @Nullable String text) {
    static final XmlName TICKET = XmlName.of("urn:shop", "Ticket");
    static final XmlName BASKET = XmlName.of("urn:shop", "Basket");
    static final XmlName TAG = XmlName.of("urn:shop", "Tag");

    static final StructType<TagRequest, Draft> BODY =
            StructType.of(TAG, Draft::new, Draft::build)
                    .element(
                            XmlName.of("urn:shop", "text"),
                            XmlTypes.STRING,
                            TagRequest::text,
                            (d, v) -> d.text = v)
                    .optional()
                    .nillable()
                    .build();

    static final MessageType<TagRequest> WRAPPED = with(MessageContract.wrapped(TAG, BODY));
    static final MessageType<TagRequest> BARE = with(MessageContract.bare(BODY));

    private static MessageType<TagRequest> with(
            MessageContract.Builder<TagRequest, Draft> contract) {
        return contract.header(TICKET, XmlTypes.STRING, TagRequest::ticket, (d, v) -> d.ticket = v)
                .optional()
                .header(BASKET, XmlTypes.INT, TagRequest::basket, (d, v) -> d.basket = v)
                .flags(HeaderFlags.MUST_UNDERSTAND)
                .build();
    }

    /** The record in the making. */
    static final class Draft {
        private @Nullable String ticket;
        private int basket;
        private @Nullable String text;

        TagRequest build() {
            return new TagRequest(ticket, basket, text);
        }
    }
}
