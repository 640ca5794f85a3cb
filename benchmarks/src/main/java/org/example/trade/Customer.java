package org.example.trade;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.StructType;
import dev.belay.xml.type.XmlTypes;

import java.util.Objects;

/**
 * The structure {@code Customer}.
 *
 * <p>Immutable: any thread may use it.
 *
 * @param name element {@code name}
 * @param street element {@code street}
 * @param city element {@code city}
 * @param preferred element {@code preferred}
 */
public record Customer(String name, String street, String city, boolean preferred) {
    private static final String NAMESPACE = "http://example.org/trade";

    static final StructType<Customer, Draft> TYPE =
            StructType.of(XmlName.of(NAMESPACE, "Customer"), Draft::new, Draft::build)
                    .element(
                            XmlName.of(NAMESPACE, "name"),
                            XmlTypes.STRING,
                            Customer::name,
                            (d, v) -> d.name = v)
                    .element(
                            XmlName.of(NAMESPACE, "street"),
                            XmlTypes.STRING,
                            Customer::street,
                            (d, v) -> d.street = v)
                    .element(
                            XmlName.of(NAMESPACE, "city"),
                            XmlTypes.STRING,
                            Customer::city,
                            (d, v) -> d.city = v)
                    .booleanElement(
                            XmlName.of(NAMESPACE, "preferred"),
                            XmlTypes.BOOLEAN,
                            Customer::preferred,
                            (d, v) -> d.preferred = v)
                    .build();

    /** Refuses null where a value is required; copies lists. */
    public Customer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(city, "city");
    }

    /** What reading fills. For one thread. */
    @SuppressWarnings("NullAway.Init")
    static final class Draft {
        String name;
        String street;
        String city;
        boolean preferred;

        Customer build() {
            return new Customer(name, street, city, preferred);
        }
    }
}
