package dev.belay.metadata;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.DocumentLoader;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.policy.PolicyReader;
import dev.belay.metadata.schema.SchemaReader;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** The named parts of all WSDL documents. Follows imports, each document once, so cycles end. */
final class WsdlSymbols {
    /** A named part of a WSDL document. */
    record Part(XmlName name, Element element, Document document) {}

    private record Key(String kind, XmlName name) {}

    private final DocumentLoader loader;
    private final Diagnostics diagnostics;
    private final SchemaReader schemas;
    private final Map<Key, Part> parts = new LinkedHashMap<>();
    private final Set<Document> seen = new HashSet<>();
    private final Queue<Document> pending = new ArrayDeque<>();

    WsdlSymbols(DocumentLoader loader, Diagnostics diagnostics, SchemaReader schemas) {
        this.loader = loader;
        this.diagnostics = diagnostics;
        this.schemas = schemas;
    }

    /** Enters a document and all that it imports. */
    void enter(Document entry) {
        for (Document document : Mex.documents(entry)) {
            if (document.root().is(Wsdl.SCHEMA, "schema")) {
                schemas.add(document, document.root());
            } else if (Wsdl.is(document.root(), "definitions")) {
                queue(document);
            } else {
                diagnostics.error(
                        document.root(), "expected a WSDL 1.1 document, or metadata with one");
            }
        }
        for (Document next = pending.poll(); next != null; next = pending.poll()) {
            enterParts(next);
        }
    }

    private void queue(Document document) {
        if (seen.add(document)) {
            pending.add(document);
        }
    }

    private void enterParts(Document document) {
        String namespace = document.root().attributeOr("targetNamespace", "");
        for (Element child : document.root().children()) {
            if (!child.namespace().equals(Wsdl.NAMESPACE)) {
                if (PolicyReader.isAttachment(child)) {
                    diagnostics.error(
                            child, "not supported: attach the policy to what it is for, there");
                }
                continue;
            }
            String kind = child.localName();
            switch (kind) {
                case "import" -> follow(document, child);
                case "types" -> enterTypes(document, child);
                case "message", "portType", "binding", "service" ->
                        enterPart(kind, namespace, child, document);
                case "documentation" -> {}
                default -> diagnostics.warning(child, "unknown, left out");
            }
        }
    }

    private void enterTypes(Document document, Element types) {
        for (Element child : types.children()) {
            if (child.is(Wsdl.SCHEMA, "schema")) {
                schemas.add(document, child);
            } else if (child.is(Wsdl.SCHEMA, "import")) {
                diagnostics.warning(child, "belongs into a schema; taken as if it were in one");
                Document schema =
                        loader.load(document, child.attributeOr("schemaLocation", ""), child);
                if (schema != null) {
                    schemas.add(schema, schema.root());
                }
            }
        }
    }

    private void enterPart(String kind, String namespace, Element element, Document document) {
        String localName = element.attribute("name");
        if (localName == null) {
            diagnostics.error(element, "needs a name");
            return;
        }
        XmlName name = XmlName.of(namespace, localName);
        Part first = parts.putIfAbsent(new Key(kind, name), new Part(name, element, document));
        if (first != null) {
            diagnostics.warning(
                    element, "declared again; the one at " + first.element.place() + " is used");
        }
    }

    private void follow(Document from, Element at) {
        String location = at.attribute("location");
        if (location == null) {
            // In an answer of metadata exchange the documents stand side by side.
            return;
        }
        Document document = loader.load(from, location, at);
        if (document == null) {
            return;
        }
        Element root = document.root();
        String expected = at.attributeOr("namespace", "");
        String found = root.attributeOr("targetNamespace", "");
        if (!found.equals(expected)) {
            diagnostics.warning(
                    at, "expected namespace \"" + expected + "\" but found \"" + found + "\"");
        }
        if (root.is(Wsdl.SCHEMA, "schema")) {
            schemas.add(document, root);
        } else if (Wsdl.is(root, "definitions")) {
            queue(document);
        } else {
            diagnostics.error(at, "expected WSDL or a schema but found " + root.describe());
        }
    }

    /** All parts of a kind, in the order of the documents. */
    List<Part> all(String kind) {
        List<Part> found = new ArrayList<>();
        parts.forEach(
                (key, part) -> {
                    if (key.kind.equals(kind)) {
                        found.add(part);
                    }
                });
        return found;
    }

    /** The part that an attribute refers to; null if there is none. */
    @Nullable Part find(String kind, Element at, String attribute) {
        String reference = at.attribute(attribute);
        XmlName name = reference == null ? null : at.qualifiedName(reference);
        return name == null ? null : parts.get(new Key(kind, name));
    }

    /** The part that an attribute refers to; null, and an error, if there is none. */
    @Nullable Part referenced(String kind, Element at, String attribute) {
        String reference = at.attribute(attribute);
        XmlName name = reference == null ? null : at.qualifiedName(reference);
        if (name == null) {
            diagnostics.error(at, "needs a resolvable name in its attribute " + attribute);
            return null;
        }
        Part part = parts.get(new Key(kind, name));
        if (part == null) {
            diagnostics.error(
                    at,
                    "there is no "
                            + kind
                            + " "
                            + name.localName()
                            + " in namespace "
                            + name.namespace());
        }
        return part;
    }
}
