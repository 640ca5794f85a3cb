package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlOutput;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.XmlWriterOptions;
import dev.belay.xml.type.XmlType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

/** A header that WS-Addressing does not know. */
abstract sealed class OwnHeader {
    final XmlName name;
    final HeaderFlags flags;

    /** Whether the application has read it. */
    boolean understood;

    private OwnHeader(XmlName name, HeaderFlags flags) {
        this.name = name;
        this.flags = flags;
    }

    /** The value, if the type is right; null if the header is nil. */
    abstract <T> @Nullable T read(XmlType<T> type);

    abstract void write(XmlWriter writer, MessageVersion version);

    /** One that came with a message. */
    static final class Received extends OwnHeader {
        private final XmlBuffer element;

        Received(XmlName name, HeaderFlags flags, XmlBuffer element) {
            super(name, flags);
            this.element = element;
        }

        @Override
        <T> @Nullable T read(XmlType<T> type) {
            return type.readNillable(element.reader(), name);
        }

        @Override
        void write(XmlWriter writer, MessageVersion version) {
            writer.buffer(element);
        }
    }

    /** One that the application has set. */
    static final class Value<V> extends OwnHeader {
        private final XmlType<V> type;
        private final V value;

        Value(XmlName name, HeaderFlags flags, XmlType<V> type, V value) {
            super(name, flags);
            this.type = type;
            this.value = value;
        }

        @Override
        <T> @Nullable T read(XmlType<T> other) {
            var out = new XmlOutput();
            XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
            type.writeElement(writer, name, value);
            writer.flush();
            return other.readNillable(XmlBuffer.parse(out.toByteArray()).reader(), name);
        }

        @Override
        void write(XmlWriter writer, MessageVersion version) {
            writer.startElement(name);
            writeFlags(writer, version.envelope(), flags);
            type.write(writer, value);
            writer.endElement();
        }
    }

    /** A reference parameter of the address that the message goes to. */
    static final class Reference extends OwnHeader {
        private final XmlBuffer element;

        Reference(XmlName name, XmlBuffer element) {
            super(name, HeaderFlags.NONE);
            this.element = element;
        }

        @Override
        <T> @Nullable T read(XmlType<T> type) {
            return type.readNillable(element.reader(), name);
        }

        @Override
        void write(XmlWriter writer, MessageVersion version) {
            writer.startElement(name);
            if (version.addressing() == AddressingVersion.WSA_1_0) {
                writer.startAttribute("a", version.addressing().isReferenceParameter);
                writer.text("true");
                writer.endAttribute();
            }
            XmlTypes.XML.write(writer, element);
            writer.endElement();
        }

        static Reference of(XmlBuffer element) {
            XmlReader reader = element.reader();
            reader.toElement();
            return new Reference(reader.name(), element);
        }
    }

    static void writeFlags(XmlWriter writer, EnvelopeVersion version, HeaderFlags flags) {
        if (flags.mustUnderstand()) {
            writeMustUnderstand(writer, version);
        }
        String role = flags.role();
        if (role != null) {
            writer.startAttribute("s", version.role);
            writer.text(role);
            writer.endAttribute();
        }
        if (flags.relay() && version == EnvelopeVersion.SOAP_1_2) {
            writer.startAttribute("s", version.relay);
            writer.value(true);
            writer.endAttribute();
        }
    }

    static void writeMustUnderstand(XmlWriter writer, EnvelopeVersion version) {
        writer.startAttribute("s", version.mustUnderstand);
        writer.value(1);
        writer.endAttribute();
    }
}
