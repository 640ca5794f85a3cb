package dev.belay.soap;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/** Reads the header of one envelope. */
final class HeaderReader {
    private static final XmlName RELATIONSHIP = XmlName.of("", "RelationshipType");

    private final XmlReader reader;
    private final MessageHeaders headers;
    private final int maxHeaders;
    private final EnvelopeVersion envelope;
    private final AddressingVersion addressing;
    private final AddressType addressType;
    private final Set<Single> seen = EnumSet.noneOf(Single.class);

    HeaderReader(XmlReader reader, MessageHeaders headers, int maxHeaders) {
        this.reader = reader;
        this.headers = headers;
        this.maxHeaders = maxHeaders;
        this.envelope = headers.version().envelope();
        this.addressing = headers.version().addressing();
        this.addressType =
                addressing == AddressingVersion.WSA_2004
                        ? AddressType.WSA_2004
                        : AddressType.WSA_1_0;
    }

    /** Headers that may come once. */
    private enum Single {
        ACTION,
        TO,
        MESSAGE_ID,
        REPLY_TO,
        FAULT_TO,
        FROM
    }

    void readAll() {
        for (int count = 1; reader.toElement(); count++) {
            if (count > maxHeaders) {
                throw reader.error(
                        ErrorCode.QUOTA_EXCEEDED,
                        "message has more than " + maxHeaders + " headers");
            }
            readOne();
        }
        if (addressing.hasHeaders() && !seen.contains(Single.ACTION)) {
            headers.invalid(AddressingFaults.headerRequired(headers.version(), addressing.action));
        }
    }

    private void readOne() {
        HeaderFlags flags = flags();
        boolean standard =
                addressing.hasHeaders()
                        && (flags.role() == null || envelope.isOurs(flags.role()))
                        && readStandard();
        if (!standard) {
            XmlName name = reader.name();
            headers.own().add(new OwnHeader.Received(name, flags, reader.readBuffer()));
        }
    }

    private HeaderFlags flags() {
        if (reader.attributeCount() == 0) {
            return HeaderFlags.NONE;
        }
        boolean mustUnderstand = readFlag(envelope.mustUnderstand);
        boolean relay = envelope == EnvelopeVersion.SOAP_1_2 && readFlag(envelope.relay);
        int role = reader.findAttribute(envelope.role);
        if (role < 0 && !relay) {
            return mustUnderstand ? HeaderFlags.MUST_UNDERSTAND : HeaderFlags.NONE;
        }
        String uri = role < 0 ? "" : reader.attributeValue(role).strip();
        return new HeaderFlags(mustUnderstand, uri.isEmpty() ? null : uri, relay);
    }

    private boolean readFlag(XmlName name) {
        int index = reader.findAttribute(name);
        if (index < 0) {
            return false;
        }
        reader.enterAttribute(index);
        boolean value = reader.readBoolean();
        reader.leaveAttribute();
        return value;
    }

    private boolean readStandard() {
        if (reader.isElement(addressing.action)) {
            readAction();
        } else if (reader.isElement(addressing.to)) {
            String to = readUri();
            if (isFirst(Single.TO, addressing.to)) {
                headers.to(to);
            }
        } else if (reader.isElement(addressing.messageId)) {
            String id = readId();
            if (isFirst(Single.MESSAGE_ID, addressing.messageId)) {
                headers.messageId(id);
            }
        } else if (reader.isElement(addressing.relatesTo)) {
            String relationship = relationship();
            headers.addRelation(new RelatesTo(readId(), relationship));
        } else {
            return readAddresses();
        }
        return true;
    }

    private void readAction() {
        String action = readUri();
        if (isFirst(Single.ACTION, addressing.action)) {
            headers.action(action);
            if (action.isEmpty()) {
                headers.invalid(
                        AddressingFaults.headerRequired(headers.version(), addressing.action));
            }
        }
    }

    private boolean readAddresses() {
        if (reader.isElement(addressing.replyTo)) {
            EndpointAddress address = readAddress(Single.REPLY_TO, addressing.replyTo);
            headers.replyTo(address != null ? address : headers.rawReplyTo());
        } else if (reader.isElement(addressing.faultTo)) {
            EndpointAddress address = readAddress(Single.FAULT_TO, addressing.faultTo);
            headers.faultTo(address != null ? address : headers.rawFaultTo());
        } else if (reader.isElement(addressing.from)) {
            EndpointAddress address = readAddress(Single.FROM, addressing.from);
            headers.from(address != null ? address : headers.rawFrom());
        } else {
            return false;
        }
        return true;
    }

    /** The address, or null if it is not the first or is none. */
    private @Nullable EndpointAddress readAddress(Single header, XmlName name) {
        EndpointAddress address = addressType.readOrNull(reader);
        if (!isFirst(header, name)) {
            return null;
        }
        if (address == null) {
            headers.invalid(AddressingFaults.missingAddress(headers.version(), name));
        } else if (address.uri().isEmpty()) {
            headers.invalid(AddressingFaults.invalidAddress(headers.version(), name));
            return null;
        }
        return address;
    }

    private boolean isFirst(Single header, XmlName name) {
        boolean first = seen.add(header);
        if (!first) {
            headers.duplicate(name);
        }
        return first;
    }

    /** The kind of relation; null for the reply. */
    private @Nullable String relationship() {
        int index = reader.attributeCount() == 0 ? -1 : reader.findAttribute(RELATIONSHIP);
        if (index < 0) {
            return null;
        }
        if (addressing == AddressingVersion.WSA_1_0) {
            String uri = reader.attributeValue(index).strip();
            return uri.equals(addressing.replyRelationship()) ? null : uri;
        }
        reader.enterAttribute(index);
        XmlName kind = reader.readQName();
        reader.leaveAttribute();
        return kind.equals(addressing.name("Reply")) ? null : kind.toString();
    }

    private String readUri() {
        return XmlTypes.ANY_URI.read(reader);
    }

    /** An id; in binary a GUID has a record of its own. */
    private String readId() {
        reader.enter();
        String id = reader.readUniqueId().strip();
        reader.leave();
        return id;
    }
}
