package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/**
 * The structure {@code KeyValueOfstringint}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param key element {@code Key}; null if nil
 * @param value element {@code Value}
 */
public record KeyValueOfstringint(@Nullable String key, int value) {
    private static final String NAMESPACE =
            "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

    static final StructType<KeyValueOfstringint, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "KeyValueOfstringint"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Key"),
                            XmlTypes.STRING,
                            KeyValueOfstringint::key,
                            (d, v) -> d.key = v)
                    .nillable()
                    .intElement(
                            XmlName.of(NAMESPACE, "Value"),
                            XmlTypes.INT,
                            KeyValueOfstringint::value,
                            (d, v) -> d.value = v)
                    .build();

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable String key;
        int value;

        KeyValueOfstringint build() {
            return new KeyValueOfstringint(key, value);
        }
    }
}
