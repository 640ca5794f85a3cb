package dev.belay.metadata;

import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.MetadataLimits;
import dev.belay.metadata.schema.ElementShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.Shape;
import dev.belay.metadata.schema.StructShape;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents in memory, and short ways to look at what was read from them. */
public final class Documents {
    private static final String HOST = "http://test/";

    private final Map<String, byte[]> documents = new HashMap<>();
    private MetadataLimits limits = MetadataLimits.DEFAULT;

    public Documents add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Documents add(String name, byte[] content) {
        documents.put(HOST + name, content);
        return this;
    }

    public Documents limits(MetadataLimits other) {
        limits = other;
        return this;
    }

    public Metadata read(String name) {
        return new MetadataReader(this::find, limits).read(URI.create(HOST + name));
    }

    private byte[] find(URI location, int limit) throws IOException {
        byte[] content = documents.get(location.toString());
        if (content == null) {
            throw new IOException("there is no document " + location);
        }
        if (content.length > limit) {
            throw new IOException("is larger than " + limit + " octets");
        }
        return content;
    }

    /** A description with one operation that takes the element {@code In} of this schema. */
    public static String wsdl(String schema) {
        return """
        <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:t"
          xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema"
          xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
        <wsdl:types><xs:schema targetNamespace="urn:t" elementFormDefault="qualified">
        %s
        </xs:schema></wsdl:types>
        <wsdl:message name="In"><wsdl:part name="body" element="t:In"/></wsdl:message>
        <wsdl:portType name="P"><wsdl:operation name="Go"><wsdl:input message="t:In"/>
        </wsdl:operation></wsdl:portType>
        <wsdl:binding name="B" type="t:P">
        <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
        <wsdl:operation name="Go"><soap:operation soapAction="urn:go"/>
        <wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding>
        </wsdl:definitions>
        """
                .formatted(schema);
    }

    /** Reads {@link #wsdl} of this schema. */
    public static Metadata readSchema(String schema) {
        return new Documents().add("a.wsdl", wsdl(schema)).read("a.wsdl");
    }

    public static ElementShape input(Metadata metadata) {
        return metadata.contracts().getFirst().operations().getFirst().input().body();
    }

    /** The structure of the element {@code In}. */
    public static StructShape struct(Metadata metadata) {
        return (StructShape) input(metadata).shape();
    }

    public static StructShape struct(String schema) {
        return struct(readSchema(schema));
    }

    /** The structure of an element {@code In} with this content. */
    public static StructShape content(String content) {
        return struct(
                "<xs:element name='In'><xs:complexType>"
                        + content
                        + "</xs:complexType></xs:element>");
    }

    public static Member member(StructShape struct, String name) {
        return struct.members().stream()
                .filter(m -> m.name().localName().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static Shape shape(StructShape struct, String name) {
        return member(struct, name).shape();
    }

    public static List<String> messages(Metadata metadata) {
        return metadata.diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
