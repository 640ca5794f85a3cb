package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.SimpleType;
import dev.belay.xml.type.XmlTypes;

/**
 * Values of {@code Extras}.
 *
 * <p>Any thread may use it.
 */
public enum Extras {
    /** {@code None} */
    NONE("None"),
    /** {@code Gift} */
    GIFT("Gift"),
    /** {@code Express} */
    EXPRESS("Express"),
    /** {@code Insured} */
    INSURED("Insured");

    static final SimpleType<Extras> TYPE =
            XmlTypes.enumeration(
                    XmlName.of("http://example.org/shop/data", "Extras"), values(), Extras::value);

    private final String value;

    Extras(String value) {
        this.value = value;
    }

    /** The value as it stands in XML. */
    public String value() {
        return value;
    }
}
