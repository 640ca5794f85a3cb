package dev.belay.metadata;

import dev.belay.channel.Encoding;
import dev.belay.metadata.document.Place;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.xml.XmlName;

import java.util.List;

/**
 * An address with what must be spoken there. Immutable.
 *
 * @param name its name inside its service
 * @param contract the port type that it implements
 * @param address where it is; "" if the description does not say
 * @param transport what carries the messages
 * @param envelope the SOAP version
 * @param addressing how messages name their action and their receiver
 * @param encoding how envelopes become octets
 * @param unsupported what is demanded here and cannot be done, so that the port cannot be used
 * @param place where it is described
 */
public record PortModel(
        String name,
        XmlName contract,
        String address,
        Transport transport,
        EnvelopeVersion envelope,
        AddressingVersion addressing,
        Encoding encoding,
        List<Requirement> unsupported,
        Place place) {
    /** What carries the messages. */
    public enum Transport {
        HTTP,
        TCP,
        NAMED_PIPE,
        UDP,
        /** Known to nobody here. */
        OTHER
    }

    /**
     * Something that a port demands.
     *
     * @param name the policy assertion, or what else demands it
     * @param place where it stands
     */
    public record Requirement(XmlName name, Place place) {}

    public PortModel {
        unsupported = List.copyOf(unsupported);
    }
}
