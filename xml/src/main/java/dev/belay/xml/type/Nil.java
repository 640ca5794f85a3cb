package dev.belay.xml.type;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

/** The attributes of the schema instance namespace that types deal with. */
final class Nil {
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    static final XmlName NIL = XmlName.of(INSTANCE, "nil");
    static final XmlName TYPE = XmlName.of(INSTANCE, "type");

    private Nil() {}

    /** Whether the element that the reader stands on says that it is nil. */
    static boolean isSet(XmlReader reader) {
        int index = reader.attributeCount() == 0 ? -1 : reader.findAttribute(NIL);
        if (index < 0) {
            return false;
        }
        reader.enterAttribute(index);
        boolean nil = reader.readBoolean();
        reader.leaveAttribute();
        return nil;
    }

    static void write(XmlWriter writer) {
        writer.startAttribute("i", NIL);
        writer.value(true);
        writer.endAttribute();
    }

    static BelayException refused(XmlReader reader, XmlName element, XmlName owner) {
        return reader.error(
                ErrorCode.INVALID_FORMAT,
                "element " + element + " of type " + owner + " must not be nil");
    }
}
