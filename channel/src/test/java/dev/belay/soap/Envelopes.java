package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What tests ask of envelopes, without the code under test. */
final class Envelopes {
    static final MessageVersion SOAP_1_1_WSA_1_0 =
            new MessageVersion(EnvelopeVersion.SOAP_1_1, AddressingVersion.WSA_1_0);
    static final MessageVersion SOAP_1_1_WSA_2004 =
            new MessageVersion(EnvelopeVersion.SOAP_1_1, AddressingVersion.WSA_2004);
    static final MessageVersion SOAP_1_2_WSA_2004 =
            new MessageVersion(EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_2004);

    private Envelopes() {}

    static List<MessageVersion> versions() {
        List<MessageVersion> all = new ArrayList<>();
        for (EnvelopeVersion envelope : EnvelopeVersion.values()) {
            for (AddressingVersion addressing : AddressingVersion.values()) {
                all.add(new MessageVersion(envelope, addressing));
            }
        }
        return all;
    }

    static XmlBuffer buffer(String document) {
        return XmlBuffer.parse(document.getBytes(StandardCharsets.UTF_8));
    }

    /** The children of the part of an envelope with this name. */
    static List<XmlBuffer> children(XmlBuffer envelope, XmlName part) {
        XmlReader reader = envelope.reader();
        reader.toElement();
        reader.enter();
        List<XmlBuffer> children = new ArrayList<>();
        for (; reader.toElement(); reader.skip()) {
            if (reader.isElement(part)) {
                reader.enter();
                while (reader.toElement()) {
                    children.add(reader.readBuffer());
                }
                reader.leave();
                return children;
            }
        }
        return children;
    }

    static Message decode(MessageVersion version, String document) {
        byte[] octets = document.getBytes(StandardCharsets.UTF_8);
        return MessageEncoding.text(version).decode(octets, 0, octets.length, XmlQuotas.DEFAULT);
    }

    /** What a message becomes on its way over the wire. */
    static Message sent(Message message, MessageEncoding encoding) {
        byte[] octets = encoding.encode(message);
        return encoding.decode(octets, 0, octets.length, XmlQuotas.DEFAULT);
    }

    static String text(Message message) {
        return new String(
                MessageEncoding.text(message.version()).encode(message), StandardCharsets.UTF_8);
    }
}
