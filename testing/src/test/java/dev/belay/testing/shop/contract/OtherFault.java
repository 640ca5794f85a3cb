package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.Repeated;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The structure {@code OtherFault}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param reasons element {@code Reasons}; null if absent or nil, written as nil
 */
public record OtherFault(@Nullable List<@Nullable String> reasons) {
    private static final String NAMESPACE = "http://example.org/shop/data";

    static final StructType<OtherFault, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "OtherFault"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "Reasons"),
                            Repeated.nillable(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "string"),
                                            XmlTypes.STRING)
                                    .wrapped(
                                            XmlName.of(
                                                    "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
                                                    "ArrayOfstring")),
                            OtherFault::reasons,
                            (d, v) -> d.reasons = v)
                    .optional()
                    .nillable()
                    .build();

    /** Refuses null where a value is required; copies lists. */
    public OtherFault {
        reasons = reasons == null ? null : Collections.unmodifiableList(new ArrayList<>(reasons));
    }

    /** What reading fills. For one thread. */
    static final class Draft {
        @Nullable List<@Nullable String> reasons;

        OtherFault build() {
            return new OtherFault(reasons);
        }
    }
}
