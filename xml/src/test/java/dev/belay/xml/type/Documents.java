package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlDictionary;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.XmlWriterOptions;

import java.nio.charset.StandardCharsets;

/** Documents whose root has a type, in both encodings. */
final class Documents {
    private Documents() {}

    static XmlReader text(String document) {
        byte[] octets = document.getBytes(StandardCharsets.UTF_8);
        return XmlReader.text(octets, 0, octets.length, XmlQuotas.DEFAULT);
    }

    static XmlReader binary(byte[] octets) {
        return XmlReader.binary(
                octets, 0, octets.length, XmlDictionary.nbfs(), null, XmlQuotas.DEFAULT);
    }

    static <T> T read(XmlType<T> type, XmlReader reader) {
        reader.toElement();
        return type.read(reader);
    }

    static <T> T read(XmlType<T> type, String document) {
        return read(type, text(document));
    }

    static <T> String write(XmlType<T> type, XmlName root, T value) {
        var out = new XmlOutput();
        write(XmlWriter.text(out, XmlWriterOptions.DEFAULT), type, root, value);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    static <T> byte[] writeBinary(XmlType<T> type, XmlName root, T value) {
        var out = new XmlOutput();
        write(
                XmlWriter.binary(out, XmlDictionary.nbfs(), null, XmlWriterOptions.DEFAULT),
                type,
                root,
                value);
        return out.toByteArray();
    }

    private static <T> void write(XmlWriter writer, XmlType<T> type, XmlName root, T value) {
        type.writeElement(writer, root, value);
        writer.flush();
    }

    static XmlBuffer buffer(String document) {
        return XmlBuffer.parse(document.getBytes(StandardCharsets.UTF_8));
    }
}
