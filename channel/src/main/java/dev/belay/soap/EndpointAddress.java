package dev.belay.soap;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.type.XmlType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Where messages go: a URI, the headers that messages to it carry, and what is known of the
 * endpoint beyond that. Immutable, for any number of threads.
 */
public final class EndpointAddress {
    private final String uri;
    private final List<XmlBuffer> referenceParameters;
    private final List<XmlBuffer> metadata;
    private final List<XmlBuffer> extensions;
    private final @Nullable EndpointIdentity identity;

    private EndpointAddress(
            String uri,
            List<XmlBuffer> referenceParameters,
            List<XmlBuffer> metadata,
            List<XmlBuffer> extensions,
            @Nullable EndpointIdentity identity) {
        this.uri = Objects.requireNonNull(uri, "uri");
        this.referenceParameters = List.copyOf(referenceParameters);
        this.metadata = List.copyOf(metadata);
        this.extensions = List.copyOf(extensions);
        this.identity = identity;
    }

    /** An address that is nothing but a URI. */
    public static EndpointAddress of(String uri) {
        return new EndpointAddress(uri, List.of(), List.of(), List.of(), null);
    }

    /** The other end of the connection. */
    public static EndpointAddress anonymous(AddressingVersion version) {
        return of(version.anonymous());
    }

    /** How addresses are read and written in a version of WS-Addressing that has headers. */
    public static XmlType<EndpointAddress> type(AddressingVersion version) {
        return switch (version) {
            case WSA_1_0, TRANSPORT -> AddressType.WSA_1_0;
            case WSA_2004 -> AddressType.WSA_2004;
        };
    }

    /**
     * This address with other reference parameters: elements that messages to it carry as headers.
     */
    public EndpointAddress withReferenceParameters(List<XmlBuffer> elements) {
        return new EndpointAddress(uri, elements, metadata, extensions, identity);
    }

    /** This address with other metadata: elements that describe the endpoint. */
    public EndpointAddress withMetadata(List<XmlBuffer> elements) {
        return new EndpointAddress(uri, referenceParameters, elements, extensions, identity);
    }

    /** This address with other extensions: elements that no specification of addressing knows. */
    public EndpointAddress withExtensions(List<XmlBuffer> elements) {
        return new EndpointAddress(uri, referenceParameters, metadata, elements, identity);
    }

    /** This address with another identity. */
    public EndpointAddress withIdentity(@Nullable EndpointIdentity other) {
        return new EndpointAddress(uri, referenceParameters, metadata, extensions, other);
    }

    /** The URI. */
    public String uri() {
        return uri;
    }

    /**
     * Elements that messages to it carry as headers; reference properties of the 2004 version among
     * them.
     */
    public List<XmlBuffer> referenceParameters() {
        return referenceParameters;
    }

    /** Elements that describe the endpoint. */
    public List<XmlBuffer> metadata() {
        return metadata;
    }

    /** Elements that no specification of addressing knows. */
    public List<XmlBuffer> extensions() {
        return extensions;
    }

    /** Whom to expect there, or null. */
    public @Nullable EndpointIdentity identity() {
        return identity;
    }

    /** Whether it is the other end of the connection, in any version. */
    public boolean isAnonymous() {
        return uri.equals(AddressingVersion.WSA_1_0.anonymous())
                || uri.equals(AddressingVersion.WSA_2004.anonymous());
    }

    /** Whether it is nobody. */
    public boolean isNone() {
        return uri.equals(AddressingVersion.WSA_1_0.none());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EndpointAddress that
                && uri.equals(that.uri)
                && referenceParameters.equals(that.referenceParameters)
                && metadata.equals(that.metadata)
                && extensions.equals(that.extensions)
                && Objects.equals(identity, that.identity);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    /** The URI. */
    @Override
    public String toString() {
        return uri;
    }
}
