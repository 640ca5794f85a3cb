package dev.belay.soap;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.type.XmlType;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Endpoint references of one version of WS-Addressing. */
final class AddressType extends XmlType<EndpointAddress> {
    static final AddressType WSA_1_0 = new AddressType(AddressingVersion.WSA_1_0);
    static final AddressType WSA_2004 = new AddressType(AddressingVersion.WSA_2004);

    private static final String IDENTITY_NAMESPACE =
            "http://schemas.xmlsoap.org/ws/2006/02/addressingidentity";
    private static final XmlName IDENTITY = identity("Identity");
    private static final XmlName DNS = identity("Dns");
    private static final XmlName UPN = identity("Upn");
    private static final XmlName SPN = identity("Spn");

    private final AddressingVersion version;
    private final XmlName name;

    private AddressType(AddressingVersion version) {
        this.version = version;
        this.name = version.name("EndpointReferenceType");
    }

    private static XmlName identity(String localName) {
        return XmlName.of(IDENTITY_NAMESPACE, localName);
    }

    @Override
    public XmlName name() {
        return name;
    }

    @Override
    public EndpointAddress read(XmlReader reader) {
        EndpointAddress address = readOrNull(reader);
        if (address == null) {
            throw reader.error(ErrorCode.INVALID_FORMAT, "endpoint reference without an address");
        }
        return address;
    }

    /**
     * Reads an endpoint reference; null if it has no address, which WS-Addressing answers with a
     * fault.
     */
    @Nullable EndpointAddress readOrNull(XmlReader reader) {
        String uri = null;
        List<XmlBuffer> parameters = new ArrayList<>(0);
        List<XmlBuffer> metadata = new ArrayList<>(0);
        List<XmlBuffer> extensions = new ArrayList<>(0);
        EndpointIdentity identity = null;
        reader.enter();
        while (reader.toElement()) {
            if (reader.isElement(version.address)) {
                String text = XmlTypes.ANY_URI.read(reader);
                uri = uri == null ? text : uri;
            } else if (reader.isElement(version.referenceParameters)
                    || reader.isElement(version.referenceProperties)) {
                readAll(reader, parameters);
            } else if (reader.isElement(version.metadata)) {
                readAll(reader, metadata);
            } else if (reader.isElement(IDENTITY)) {
                identity = readIdentity(reader);
            } else {
                extensions.add(reader.readBuffer());
            }
        }
        reader.leave();
        return uri == null
                ? null
                : EndpointAddress.of(uri)
                        .withReferenceParameters(parameters)
                        .withMetadata(metadata)
                        .withExtensions(extensions)
                        .withIdentity(identity);
    }

    private static void readAll(XmlReader reader, List<XmlBuffer> into) {
        reader.enter();
        while (reader.toElement()) {
            into.add(reader.readBuffer());
        }
        reader.leave();
    }

    private static @Nullable EndpointIdentity readIdentity(XmlReader reader) {
        EndpointIdentity identity = null;
        reader.enter();
        while (reader.toElement()) {
            if (reader.isElement(DNS)) {
                identity = new EndpointIdentity.Dns(XmlTypes.STRING.read(reader));
            } else if (reader.isElement(UPN)) {
                identity = new EndpointIdentity.Upn(XmlTypes.STRING.read(reader));
            } else if (reader.isElement(SPN)) {
                identity = new EndpointIdentity.Spn(XmlTypes.STRING.read(reader));
            } else {
                identity = new EndpointIdentity.Other(reader.readBuffer());
            }
        }
        reader.leave();
        return identity;
    }

    @Override
    public void write(XmlWriter writer, EndpointAddress value) {
        writer.startElement(version.address);
        AddressText.write(writer, version, value.uri());
        writer.endElement();
        writeAll(writer, version.referenceParameters, value.referenceParameters());
        if (version == AddressingVersion.WSA_1_0) {
            writeAll(writer, version.metadata, value.metadata());
        } else {
            value.metadata().forEach(writer::buffer);
        }
        EndpointIdentity identity = value.identity();
        if (identity != null) {
            writer.startElement(IDENTITY);
            writeIdentity(writer, identity);
            writer.endElement();
        }
        value.extensions().forEach(writer::buffer);
    }

    private static void writeAll(XmlWriter writer, XmlName wrapper, List<XmlBuffer> elements) {
        if (!elements.isEmpty()) {
            writer.startElement(wrapper);
            elements.forEach(writer::buffer);
            writer.endElement();
        }
    }

    private static void writeIdentity(XmlWriter writer, EndpointIdentity identity) {
        switch (identity) {
            case EndpointIdentity.Dns dns -> XmlTypes.STRING.writeElement(writer, DNS, dns.name());
            case EndpointIdentity.Upn upn -> XmlTypes.STRING.writeElement(writer, UPN, upn.name());
            case EndpointIdentity.Spn spn -> XmlTypes.STRING.writeElement(writer, SPN, spn.name());
            case EndpointIdentity.Other other -> writer.buffer(other.element());
        }
    }
}
