package dev.belay.metadata;

import dev.belay.metadata.MessageModel.Header;
import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.schema.ElementShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.SchemaReader;
import dev.belay.metadata.schema.Shape;
import dev.belay.metadata.schema.ShapeName;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueKind;
import dev.belay.metadata.schema.ValueShape;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the messages of operations: what is in the body, what in the headers. */
final class MessageReader {
    /** A message, and whether the RPC style wraps its parts. */
    record Request(
            String operation,
            Element reference,
            @Nullable Element bound,
            boolean rpc,
            String defaultNamespace,
            String wrapper) {}

    /** What a message consists of. */
    record Content(
            List<Header> headers,
            @Nullable ElementShape body,
            boolean parametersPart,
            boolean any) {}

    private final WsdlSymbols symbols;
    private final SchemaReader schemas;
    private final Diagnostics diagnostics;
    private boolean encodedSeen;

    MessageReader(WsdlSymbols symbols, SchemaReader schemas, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.schemas = schemas;
        this.diagnostics = diagnostics;
    }

    /** The content of an input or output; null, and an error, if it cannot be used. */
    @Nullable Content read(Request request) {
        WsdlSymbols.Part message = symbols.referenced("message", request.reference, "message");
        if (message == null) {
            return null;
        }
        List<Header> headers = new ArrayList<>();
        Set<String> headerParts = new HashSet<>();
        if (request.bound != null) {
            readHeaders(request.bound, message, headers, headerParts);
        }
        Element soapBody = request.bound == null ? null : soapBody(request.bound);
        if (soapBody != null && "encoded".equals(soapBody.attribute("use"))) {
            refuseEncoded(soapBody);
            return null;
        }
        List<Element> parts = bodyParts(message.element(), soapBody, headerParts);
        if (request.rpc) {
            return new Content(headers, rpcWrapper(request, soapBody, parts), true, false);
        }
        return documentBody(message.element(), parts, headers);
    }

    /** Once: where one message is encoded, all of them are. */
    private void refuseEncoded(Element soapBody) {
        if (!encodedSeen) {
            diagnostics.error(
                    soapBody,
                    "messages with use=\"encoded\" (SOAP encoding) are not supported, only"
                            + " literal ones");
        }
        encodedSeen = true;
    }

    private @Nullable Content documentBody(
            Element message, List<Element> parts, List<Header> headers) {
        if (parts.isEmpty()) {
            return new Content(headers, null, false, false);
        }
        if (parts.size() > 1) {
            diagnostics.error(
                    message,
                    "a document-style body is one part, but this message has " + parts.size());
            return null;
        }
        Element part = parts.getFirst();
        boolean parameters = part.attributeOr("name", "").equals("parameters");
        if (part.attribute("element") == null) {
            return typedPart(part, headers);
        }
        ElementShape body = element(part);
        return body == null ? null : new Content(headers, body, parameters, false);
    }

    private Content typedPart(Element part, List<Header> headers) {
        String type = part.attributeOr("type", "");
        if (!type.endsWith(":MessageBody") && !type.endsWith(":anyType")) {
            diagnostics.warning(part, "a body that is a type instead of an element is kept as XML");
        }
        return new Content(headers, null, false, true);
    }

    /** The element that a part refers to; null, and an error, if there is none. */
    @Nullable ElementShape element(Element part) {
        String reference = part.attribute("element");
        XmlName name = reference == null ? null : part.qualifiedName(reference);
        if (name == null) {
            diagnostics.error(part, "needs a resolvable name in its attribute element");
            return null;
        }
        return schemas.element(name, part);
    }

    private void readHeaders(
            Element bound, WsdlSymbols.Part message, List<Header> to, Set<String> ownParts) {
        for (Element header : Wsdl.soapChildren(bound, "header")) {
            WsdlSymbols.Part source = symbols.referenced("message", header, "message");
            String name = header.attributeOr("part", "");
            Element part = source == null ? null : part(source.element(), name);
            if (source != null && part == null) {
                diagnostics.error(header, "the message has no part " + name);
            }
            if (source == null || part == null) {
                continue;
            }
            if (source.element() == message.element()) {
                ownParts.add(name);
            }
            ElementShape element = element(part);
            if (element != null && to.stream().noneMatch(h -> h.element().equals(element))) {
                to.add(new Header(name, element));
            }
        }
    }

    private static @Nullable Element part(Element message, String name) {
        for (Element part : Wsdl.children(message, "part")) {
            if (part.attributeOr("name", "").equals(name)) {
                return part;
            }
        }
        return null;
    }

    private @Nullable Element soapBody(Element bound) {
        Element body = Wsdl.soapChild(bound, "body");
        if (body != null) {
            return body;
        }
        Element related = bound.child(Wsdl.MIME, "multipartRelated");
        if (related == null) {
            return null;
        }
        diagnostics.warning(related, "attachments are left out");
        for (Element part : related.children(Wsdl.MIME, "part")) {
            Element inner = Wsdl.soapChild(part, "body");
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private static List<Element> bodyParts(
            Element message, @Nullable Element soapBody, Set<String> headerParts) {
        String selection = soapBody == null ? null : soapBody.attribute("parts");
        Set<String> selected =
                selection == null ? null : Set.copyOf(List.of(selection.split("\\s+", -1)));
        List<Element> parts = new ArrayList<>();
        for (Element part : Wsdl.children(message, "part")) {
            String name = part.attributeOr("name", "");
            if (selected == null ? !headerParts.contains(name) : selected.contains(name)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private ElementShape rpcWrapper(
            Request request, @Nullable Element soapBody, List<Element> parts) {
        String namespace =
                soapBody == null
                        ? request.defaultNamespace
                        : soapBody.attributeOr("namespace", request.defaultNamespace);
        List<Member> members = new ArrayList<>();
        for (Element part : parts) {
            XmlName name = XmlName.of("", part.attributeOr("name", "part"));
            members.add(Member.element(name, partShape(part), part.place()));
        }
        XmlName name = XmlName.of(namespace, request.wrapper);
        StructShape struct =
                StructShape.of(
                        new ShapeName(namespace, request.wrapper, List.of(), false),
                        members,
                        "",
                        request.reference.place());
        return new ElementShape(name, struct, false, "", request.reference.place());
    }

    private Shape partShape(Element part) {
        String type = part.attribute("type");
        XmlName name = type == null ? null : part.qualifiedName(type);
        if (name != null) {
            return schemas.type(name, part);
        }
        ElementShape element = part.attribute("element") == null ? null : element(part);
        if (element == null) {
            diagnostics.error(part, "needs a resolvable name in its attribute type");
            return ValueShape.of(ValueKind.XML);
        }
        return element.shape();
    }
}
