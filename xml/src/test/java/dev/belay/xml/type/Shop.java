package dev.belay.xml.type;

import dev.belay.xml.XmlName;

/** Names of the data contracts that the vectors were made with. */
final class Shop {
    static final String DATA = "http://example.org/shop/data";
    static final String ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
    static final String SYSTEM = "http://schemas.datacontract.org/2004/07/System";

    private Shop() {}

    static XmlName data(String localName) {
        return XmlName.of(DATA, localName);
    }

    static XmlName arrays(String localName) {
        return XmlName.of(ARRAYS, localName);
    }

    static XmlName system(String localName) {
        return XmlName.of(SYSTEM, localName);
    }
}
