package dev.belay.testing.shop.contract;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.SimpleType;
import dev.belay.xml.type.XmlTypes;

/**
 * Values of {@code Status}.
 *
 * <p>Any thread may use it.
 */
public enum Status {
    /** {@code New} */
    NEW("New"),
    /** {@code Paid} */
    PAID("Paid"),
    /** {@code Sent-Out} */
    SENT_OUT("Sent-Out");

    static final SimpleType<Status> TYPE =
            XmlTypes.enumeration(
                    XmlName.of("http://example.org/shop/data", "Status"), values(), Status::value);

    private final String value;

    Status(String value) {
        this.value = value;
    }

    /** The value as it stands in XML. */
    public String value() {
        return value;
    }
}
