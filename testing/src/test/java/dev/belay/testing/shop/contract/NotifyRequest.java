package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code Notify}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param text element {@code text}; null if absent or nil, written as nil
 */
record NotifyRequest(@Nullable String text) {
    private static final String NAMESPACE = "http://example.org/shop";

    static final StructType<NotifyRequest, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Notify"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "text"),
                            XmlTypes.STRING,
                            NotifyRequest::text,
                            (d, v) -> d.text = v)
                    .optional()
                    .nillable()
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String text;

        NotifyRequest build() {
            return new NotifyRequest(text);
        }
    }
}
