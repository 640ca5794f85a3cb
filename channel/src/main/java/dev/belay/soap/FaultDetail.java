package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.XmlWriterOptions;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

/** Entries of a fault's detail as typed values. */
final class FaultDetail {
    static final XmlName ROOT = XmlName.of("", "detail");

    private FaultDetail() {}

    static <T> XmlBuffer of(XmlName element, XmlType<T> type, T value) {
        var out = new XmlOutput();
        XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
        writer.startElement(ROOT);
        type.writeElement(writer, element, value);
        writer.endElement();
        writer.flush();
        return XmlBuffer.parse(out.toByteArray());
    }

    static <T> @Nullable T read(@Nullable XmlBuffer detail, XmlName element, XmlType<T> type) {
        if (detail == null) {
            return null;
        }
        XmlReader reader = detail.reader();
        reader.toElement();
        reader.enter();
        while (reader.toElement()) {
            if (reader.isElement(element)) {
                return type.readNillable(reader, element);
            }
            reader.skip();
        }
        return null;
    }

    /** The name of the first entry, or null. */
    static @Nullable XmlName firstName(@Nullable XmlBuffer detail) {
        if (detail == null) {
            return null;
        }
        XmlReader reader = detail.reader();
        reader.toElement();
        reader.enter();
        return reader.toElement() ? reader.name() : null;
    }
}
