package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlString;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Writes envelopes: declarations of s and a, then Action, own headers, MessageID, RelatesTo,
 * ReplyTo and To, which is the order that .NET's readers are quickest with. No header element if
 * there are no headers.
 */
final class EnvelopeWriter {
    private static final XmlName RELATIONSHIP = XmlName.of("", "RelationshipType");

    private EnvelopeWriter() {}

    static void write(XmlWriter writer, MessageHeaders headers, Body body) {
        EnvelopeVersion envelope = headers.version().envelope();
        AddressingVersion addressing = headers.version().addressing();
        writer.startElement("s", envelope.envelope);
        writer.namespace("s", envelope.namespace());
        if (addressing.hasHeaders()) {
            writer.namespace("a", addressing.namespace());
        }
        if (addressing.hasHeaders() || !headers.own().isEmpty()) {
            writer.startElement("s", envelope.header);
            writeHeaders(writer, headers, addressing);
            writer.endElement();
        }
        writer.startElement("s", envelope.body);
        body.write(writer);
        writer.endElement();
        writer.endElement();
    }

    private static void writeHeaders(
            XmlWriter writer, MessageHeaders headers, AddressingVersion addressing) {
        boolean standard = addressing.hasHeaders();
        if (standard) {
            writeUri(
                    writer,
                    headers,
                    addressing.action,
                    headers.rawAction(),
                    headers.actionString());
        }
        for (OwnHeader header : headers.own()) {
            header.write(writer, headers.version());
        }
        if (standard) {
            writeId(writer, addressing.messageId, headers.replyId());
            writeRelations(writer, addressing, headers.relations());
            writeAddress(writer, addressing, addressing.from, headers.rawFrom());
            writeAddress(writer, addressing, addressing.replyTo, headers.rawReplyTo());
            writeAddress(writer, addressing, addressing.faultTo, headers.rawFaultTo());
            writeUri(writer, headers, addressing.to, headers.rawTo(), headers.toAsString());
        }
    }

    private static void writeUri(
            XmlWriter writer,
            MessageHeaders headers,
            XmlName name,
            @Nullable String uri,
            @Nullable XmlString shared) {
        if (uri == null) {
            return;
        }
        writer.startElement("a", name);
        OwnHeader.writeMustUnderstand(writer, headers.version().envelope());
        if (shared != null) {
            writer.text(shared);
        } else {
            AddressText.write(writer, headers.version().addressing(), uri);
        }
        writer.endElement();
    }

    private static void writeId(XmlWriter writer, XmlName name, @Nullable String id) {
        if (id != null) {
            writer.startElement("a", name);
            writer.uniqueId(id);
            writer.endElement();
        }
    }

    private static void writeRelations(
            XmlWriter writer, AddressingVersion addressing, List<RelatesTo> relations) {
        for (RelatesTo relation : relations) {
            writer.startElement("a", addressing.relatesTo);
            String relationship = relation.relationship();
            if (relationship != null) {
                writer.startAttribute(null, RELATIONSHIP);
                writer.text(relationship);
                writer.endAttribute();
            }
            writer.uniqueId(relation.messageId());
            writer.endElement();
        }
    }

    private static void writeAddress(
            XmlWriter writer,
            AddressingVersion addressing,
            XmlName name,
            @Nullable EndpointAddress address) {
        if (address != null) {
            writer.startElement("a", name);
            EndpointAddress.type(addressing).write(writer, address);
            writer.endElement();
        }
    }
}
