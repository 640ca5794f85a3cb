package dev.belay.soap;

import dev.belay.xml.XmlWriter;

/** Addresses as text: the anonymous one is in the dictionary. */
final class AddressText {
    private AddressText() {}

    static void write(XmlWriter writer, AddressingVersion version, String uri) {
        if (uri.equals(version.anonymous())) {
            writer.text(version.anonymousString());
        } else {
            writer.text(uri);
        }
    }
}
