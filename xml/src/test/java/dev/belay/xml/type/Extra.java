package dev.belay.xml.type;

import java.util.List;

/** One of the flags of an order. */
enum Extra {
    NONE("None"),
    GIFT("Gift"),
    EXPRESS("Express"),
    INSURED("Insured");

    static final SimpleType<Extra> TYPE =
            XmlTypes.enumeration(Shop.data("Extra"), values(), Extra::value);
    static final SimpleType<List<Extra>> FLAGS = XmlTypes.list(Shop.data("Extras"), TYPE);

    private final String value;

    Extra(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
