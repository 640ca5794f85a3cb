package dev.belay.xml.type;

import org.jspecify.annotations.Nullable;

/** An entry of a dictionary of strings and numbers. */
record KeyValue(@Nullable String key, int value) {
    static final StructType<KeyValue, Draft> TYPE =
            StructType.of(Shop.arrays("KeyValueOfstringint"), Draft::new, Draft::build)
                    .element(
                            Shop.arrays("Key"), XmlTypes.STRING, KeyValue::key, (d, v) -> d.key = v)
                    .nillable()
                    .intElement(
                            Shop.arrays("Value"),
                            XmlTypes.INT,
                            KeyValue::value,
                            (d, v) -> d.value = v)
                    .build();

    /** The record in the making. */
    static final class Draft {
        private @Nullable String key;
        private int value;

        KeyValue build() {
            return new KeyValue(key, value);
        }
    }
}
