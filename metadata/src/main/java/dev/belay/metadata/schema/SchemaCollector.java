package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.DocumentLoader;
import dev.belay.metadata.document.Element;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** Follows includes and imports, each schema once per namespace, so cycles end. */
final class SchemaCollector {
    private record Key(Element root, String namespace) {}

    private final DocumentLoader loader;
    private final Diagnostics diagnostics;
    private final Symbols symbols;
    private final Set<Key> seen = new HashSet<>();
    private final Queue<SchemaDocument> pending = new ArrayDeque<>();
    private boolean dataContracts;

    SchemaCollector(DocumentLoader loader, Diagnostics diagnostics, Symbols symbols) {
        this.loader = loader;
        this.diagnostics = diagnostics;
        this.symbols = symbols;
    }

    /** Whether one of the schemas is that of .NET's data contracts. */
    boolean dataContracts() {
        return dataContracts;
    }

    /** Collects a schema and all that it leads to. */
    void collect(Document document, Element root) {
        queue(document, root, root.attributeOr("targetNamespace", ""), false);
        for (SchemaDocument next = pending.poll(); next != null; next = pending.poll()) {
            symbols.enter(next);
            follow(next);
        }
    }

    private void queue(Document document, Element root, String namespace, boolean chameleon) {
        if (seen.add(new Key(root, namespace))) {
            dataContracts |= namespace.equals(Xs.SERIALIZATION);
            pending.add(new SchemaDocument(document, root, namespace, chameleon));
        }
    }

    private void follow(SchemaDocument from) {
        for (Element child : from.root().children()) {
            if (Xs.is(child, "import")) {
                followImport(from, child);
            } else if (Xs.is(child, "include")) {
                followInclude(from, child);
            } else if (Xs.is(child, "redefine") || Xs.is(child, "override")) {
                diagnostics.warning(child, "taken as an include; what it changes is ignored");
                followInclude(from, child);
            }
        }
    }

    private void followImport(SchemaDocument from, Element at) {
        String namespace = at.attributeOr("namespace", "");
        String location = at.attribute("schemaLocation");
        if (location == null || namespace.equals(Xs.XML) || namespace.equals(Xs.NAMESPACE)) {
            return;
        }
        Document document = loader.load(from.document(), location, at);
        if (document == null || !isSchema(document, at)) {
            return;
        }
        String found = document.root().attributeOr("targetNamespace", "");
        if (found.equals(namespace)) {
            queue(document, document.root(), namespace, false);
        } else {
            diagnostics.error(
                    at, "expected namespace \"" + namespace + "\" but found \"" + found + "\"");
        }
    }

    private void followInclude(SchemaDocument from, Element at) {
        String location = at.attribute("schemaLocation");
        if (location == null) {
            diagnostics.error(at, "an include needs a schemaLocation");
            return;
        }
        Document document = loader.load(from.document(), location, at);
        if (document == null || !isSchema(document, at)) {
            return;
        }
        String found = document.root().attribute("targetNamespace");
        if (found == null) {
            queue(document, document.root(), from.namespace(), !from.namespace().isEmpty());
        } else if (found.equals(from.namespace())) {
            queue(document, document.root(), found, false);
        } else {
            diagnostics.error(
                    at,
                    "expected namespace \""
                            + from.namespace()
                            + "\" or none, but found \""
                            + found
                            + "\"");
        }
    }

    private boolean isSchema(Document document, Element at) {
        if (Xs.is(document.root(), "schema")) {
            return true;
        }
        diagnostics.error(at, "expected a schema but found " + document.root().describe());
        return false;
    }
}
