package dev.belay.xml.type;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The detail of another fault. */
record OtherFault(@Nullable List<@Nullable String> reasons) {
    static final StructType<OtherFault, Draft> TYPE =
            StructType.of(Shop.data("OtherFault"), Draft::new, Draft::build)
                    .element(
                            Shop.data("Reasons"),
                            Repeated.nillable(Shop.arrays("string"), XmlTypes.STRING)
                                    .wrapped(Shop.arrays("ArrayOfstring")),
                            OtherFault::reasons,
                            (d, v) -> d.reasons = v)
                    .nillable()
                    .build();

    /** The record in the making. */
    static final class Draft {
        private @Nullable List<@Nullable String> reasons;

        OtherFault build() {
            return new OtherFault(reasons);
        }
    }
}
