package dev.belay.xml.type;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlString;
import dev.belay.xml.XmlWriter;

/** The attributes of the schema instance namespace that types deal with. */
final class Nil {
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final XmlString INSTANCE_STRING = XmlString.of(INSTANCE);
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
        startAttribute(writer, NIL);
        writer.value(true);
        writer.endAttribute();
    }

    /**
     * Begins an attribute of the namespace, with a prefix in scope or else the one that .NET takes.
     */
    static void startAttribute(XmlWriter writer, XmlName name) {
        writer.startAttribute(writer.prefixOf(INSTANCE) == null ? "i" : null, name);
    }

    /** Declares the namespace on an element that has several elements inside which will need it. */
    static void declare(XmlWriter writer) {
        if (writer.prefixOf(INSTANCE) == null) {
            writer.namespace("i", INSTANCE_STRING);
        }
    }

    static BelayException refused(XmlReader reader, XmlName element, XmlName owner) {
        return reader.error(
                ErrorCode.INVALID_FORMAT,
                "element " + element + " of type " + owner + " must not be nil");
    }
}
