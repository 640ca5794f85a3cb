package dev.belay.xml.type;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;

/** Errors about elements that stand where they must not. */
final class Strays {
    private Strays() {}

    static BelayException misplaced(XmlReader reader, XmlName owner) {
        return reader.error(
                ErrorCode.INVALID_FORMAT,
                "element "
                        + nameOf(reader)
                        + " of type "
                        + owner
                        + " stands in the wrong place or once too often");
    }

    static BelayException unknown(XmlReader reader, XmlName owner) {
        return reader.error(
                ErrorCode.INVALID_FORMAT, "type " + owner + " has no element " + nameOf(reader));
    }

    /** The name of the element that the reader stands on. */
    static String nameOf(XmlReader reader) {
        String namespace = reader.namespace();
        return namespace.isEmpty()
                ? reader.localName()
                : "{" + namespace + "}" + reader.localName();
    }
}
