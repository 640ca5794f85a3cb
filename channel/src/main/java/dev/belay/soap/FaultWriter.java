package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlWriter;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Writes faults. */
final class FaultWriter {
    static final XmlName LANGUAGE = XmlName.of("http://www.w3.org/XML/1998/namespace", "lang");
    private static final XmlName FAULT_CODE = XmlName.of("", "faultcode");
    private static final XmlName FAULT_STRING = XmlName.of("", "faultstring");
    private static final XmlName FAULT_ACTOR = XmlName.of("", "faultactor");

    /** The codes of SOAP 1.1 for those of SOAP 1.2 that have another name. */
    private static final Map<String, String> OLD_CODES =
            Map.of("Sender", "Client", "Receiver", "Server", "DataEncodingUnknown", "Client");

    private FaultWriter() {}

    /**
     * The action of a message with this fault if nobody says otherwise; null without addressing.
     */
    static @Nullable String action(MessageVersion version, Fault fault) {
        AddressingVersion addressing = version.addressing();
        if (!addressing.hasHeaders()) {
            return null;
        }
        return isAddressing(addressing, fault)
                ? addressing.addressingFaultAction()
                : addressing.soapFaultAction();
    }

    private static boolean isAddressing(AddressingVersion addressing, Fault fault) {
        XmlName subcode = fault.subcode();
        return addressing.hasHeaders()
                && subcode != null
                && subcode.namespace().equals(addressing.namespace());
    }

    /** SOAP 1.1 has no detail for faults about headers: it goes into a header. */
    static void addHeaders(MessageHeaders headers, Fault fault) {
        MessageVersion version = headers.version();
        XmlBuffer detail = fault.detail();
        if (detail != null
                && version.envelope() == EnvelopeVersion.SOAP_1_1
                && isAddressing(version.addressing(), fault)) {
            headers.add(version.addressing().name("FaultDetail"), XmlTypes.XML, detail);
        }
    }

    static Body body(EnvelopeVersion version, Fault fault) {
        return version == EnvelopeVersion.SOAP_1_1
                ? writer -> writeOld(writer, version, fault)
                : writer -> writeNew(writer, version, fault);
    }

    private static void writeOld(XmlWriter writer, EnvelopeVersion version, Fault fault) {
        XmlName subcode = fault.subcode();
        writer.startElement("s", version.fault);
        writer.startElement(FAULT_CODE);
        writer.qname(subcode != null ? subcode : oldCode(version, fault.code()));
        writer.endElement();
        writeReason(writer, FAULT_STRING, reasons(fault).getFirst());
        writeUri(writer, FAULT_ACTOR, fault.role());
        XmlBuffer detail = fault.detail();
        if (detail != null && !isAboutHeader(fault)) {
            XmlTypes.XML.writeElement(writer, FaultDetail.ROOT, detail);
        }
        writer.endElement();
    }

    private static boolean isAboutHeader(Fault fault) {
        return isAddressing(AddressingVersion.WSA_1_0, fault)
                || isAddressing(AddressingVersion.WSA_2004, fault);
    }

    private static XmlName oldCode(EnvelopeVersion version, XmlName code) {
        if (!code.namespace().isEmpty()) {
            return code;
        }
        String name = code.localName().toString();
        return version.name(OLD_CODES.getOrDefault(name, name));
    }

    private static void writeNew(XmlWriter writer, EnvelopeVersion version, Fault fault) {
        writer.startElement("s", version.fault);
        writeCodes(writer, version, fault.codes());
        writer.startElement("s", version.name("Reason"));
        for (FaultReason reason : reasons(fault)) {
            writeReason(writer, version.name("Text"), reason);
        }
        writer.endElement();
        writeUri(writer, version.name("Node"), fault.node());
        writeUri(writer, version.name("Role"), fault.role());
        XmlBuffer detail = fault.detail();
        if (detail != null) {
            XmlTypes.XML.writeElement(writer, version.name("Detail"), detail);
        }
        writer.endElement();
    }

    private static void writeCodes(XmlWriter writer, EnvelopeVersion version, List<XmlName> codes) {
        for (int i = 0; i < codes.size(); i++) {
            XmlName code = codes.get(i);
            writer.startElement("s", version.name(i == 0 ? "Code" : "Subcode"));
            writer.startElement("s", version.name("Value"));
            writer.qname(
                    i == 0 && code.namespace().isEmpty()
                            ? version.name(code.localName().toString())
                            : code);
            writer.endElement();
        }
        for (int i = 0; i < codes.size(); i++) {
            writer.endElement();
        }
    }

    /** There must be a reason. */
    private static List<FaultReason> reasons(Fault fault) {
        return fault.reasons().isEmpty()
                ? List.of(FaultReason.of(FaultText.GENERIC))
                : fault.reasons();
    }

    private static void writeReason(XmlWriter writer, XmlName element, FaultReason reason) {
        writer.startElement(element);
        writer.startAttribute("xml", LANGUAGE);
        writer.text(reason.language());
        writer.endAttribute();
        writer.text(reason.text());
        writer.endElement();
    }

    private static void writeUri(XmlWriter writer, XmlName element, @Nullable String uri) {
        if (uri != null) {
            XmlTypes.ANY_URI.writeElement(writer, element, uri);
        }
    }
}
