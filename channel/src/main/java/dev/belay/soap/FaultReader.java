package dev.belay.soap;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads faults. Lax about what is missing: the fault itself is the news. */
final class FaultReader {
    /** The codes of SOAP 1.2 for those of SOAP 1.1 that have another name. */
    private static final Map<String, XmlName> NEW_CODES =
            Map.of("Client", Fault.SENDER, "Server", Fault.RECEIVER);

    private final XmlReader reader;
    private final EnvelopeVersion version;
    private final List<XmlName> codes = new ArrayList<>(2);
    private final List<FaultReason> reasons = new ArrayList<>(1);
    private @Nullable String role;
    private @Nullable String node;
    private @Nullable XmlBuffer detail;

    private FaultReader(XmlReader reader, EnvelopeVersion version) {
        this.reader = reader;
        this.version = version;
    }

    /** Reads the fault element that the reader stands on. */
    static Fault read(XmlReader reader, EnvelopeVersion version) {
        var fault = new FaultReader(reader, version);
        reader.enter();
        while (reader.toElement()) {
            if (version == EnvelopeVersion.SOAP_1_1) {
                fault.readOldPart();
            } else {
                fault.readNewPart();
            }
        }
        reader.leave();
        return fault.build();
    }

    private Fault build() {
        if (codes.isEmpty()) {
            throw reader.error(ErrorCode.INVALID_FORMAT, "fault without a code");
        }
        Fault.Builder fault = Fault.builder(codes.getFirst());
        codes.stream().skip(1).forEach(fault::subcode);
        reasons.forEach(reason -> fault.reason(reason.text(), reason.language()));
        return fault.role(role).node(node).detail(detail).build();
    }

    private void readOldPart() {
        // Some peers qualify the children, though SOAP 1.1 does not.
        switch (reader.localName()) {
            case "faultcode" -> codes.add(readCode());
            case "faultstring" -> reasons.add(readReason());
            case "faultactor" -> role = XmlTypes.ANY_URI.read(reader);
            case "detail" -> detail = reader.readBuffer();
            default -> reader.skip();
        }
    }

    private void readNewPart() {
        if (!reader.namespace().equals(version.namespace().toString())) {
            reader.skip();
            return;
        }
        switch (reader.localName()) {
            case "Code" -> readCodes();
            case "Reason" -> readReasons();
            case "Node" -> node = XmlTypes.ANY_URI.read(reader);
            case "Role" -> role = XmlTypes.ANY_URI.read(reader);
            case "Detail" -> detail = reader.readBuffer();
            default -> reader.skip();
        }
    }

    /** Codes nest; the reader's depth bounds them. */
    private void readCodes() {
        int open = 0;
        do {
            reader.enter();
            open++;
            if (reader.toElement(version.name("Value"))) {
                codes.add(readCode());
            }
        } while (reader.toElement(version.name("Subcode")));
        for (; open > 0; open--) {
            while (reader.toElement()) {
                reader.skip();
            }
            reader.leave();
        }
    }

    private void readReasons() {
        reader.enter();
        while (reader.toElement()) {
            if (reader.isElement(version.name("Text"))) {
                reasons.add(readReason());
            } else {
                reader.skip();
            }
        }
        reader.leave();
    }

    private FaultReason readReason() {
        String language = null;
        for (int i = 0; i < reader.attributeCount(); i++) {
            if (reader.isAttribute(i, FaultWriter.LANGUAGE)) {
                language = reader.attributeValue(i);
            }
        }
        return new FaultReason(XmlTypes.STRING.read(reader), language == null ? "" : language);
    }

    /** A code; one whose prefix is not declared counts as without namespace. */
    private XmlName readCode() {
        reader.enter();
        String text = reader.readString().strip();
        int colon = text.indexOf(':');
        String prefix = colon < 0 ? "" : text.substring(0, colon);
        String localName = text.substring(colon + 1);
        String namespace = reader.namespaceOf(prefix);
        XmlName code =
                name(
                        namespace == null || colon < 0 && isEnvelope(localName) ? "" : namespace,
                        localName);
        reader.leave();
        return code;
    }

    private static boolean isEnvelope(String localName) {
        return localName.equals("Client") || localName.equals("Server");
    }

    private XmlName name(String namespace, String localName) {
        boolean ours = namespace.equals(version.namespace().toString());
        if (version == EnvelopeVersion.SOAP_1_1 && (ours || namespace.isEmpty())) {
            XmlName newCode = NEW_CODES.get(localName);
            if (newCode != null) {
                return newCode;
            }
        }
        try {
            return XmlName.of(ours && localName.indexOf('.') < 0 ? "" : namespace, localName);
        } catch (IllegalArgumentException e) {
            throw reader.error(
                    ErrorCode.INVALID_FORMAT, "fault code is no name: " + e.getMessage());
        }
    }
}
