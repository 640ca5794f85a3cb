package dev.belay.metadata.document;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.metadata.document.Element.Attribute;
import dev.belay.xml.Location;
import dev.belay.xml.NodeType;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a document into a tree of elements. */
final class ElementReader {
    private static final int MAX_ATTRIBUTES = 1000;

    /** Where an attribute {@code name} must be a name. */
    private static final Set<String> NAMING =
            Set.of("http://www.w3.org/2001/XMLSchema", "http://schemas.xmlsoap.org/wsdl/");

    private final XmlReader reader;
    private final String document;
    private final Diagnostics diagnostics;
    private final TreeBuilder tree = new TreeBuilder();

    private ElementReader(XmlReader reader, String document, Diagnostics diagnostics) {
        this.reader = reader;
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /** The root element; null if there is a problem, which is reported. */
    static @Nullable Element read(
            byte[] utf8, String document, MetadataLimits limits, Diagnostics diagnostics) {
        XmlQuotas quotas =
                XmlQuotas.builder()
                        .maxDepth(limits.depth())
                        .maxAttributes(MAX_ATTRIBUTES)
                        .maxNamespaces(MAX_ATTRIBUTES)
                        .build();
        XmlReader reader = XmlReader.text(utf8, 0, utf8.length, quotas);
        return new ElementReader(reader, document, diagnostics).read();
    }

    private @Nullable Element read() {
        try {
            for (NodeType node = reader.next(); node != NodeType.END; node = reader.next()) {
                switch (node) {
                    case ELEMENT -> start();
                    case END_ELEMENT -> tree.end();
                    case TEXT -> tree.text(reader.text());
                    case BEGIN, COMMENT, CDATA, END_CDATA, END -> {}
                }
            }
            return tree.root();
        } catch (BelayException e) {
            diagnostics.error(place(), "", message(e));
            return null;
        }
    }

    /** The message without the place, which a diagnostic has already. */
    private String message(BelayException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        int place = message.indexOf(" at " + reader.location());
        return place < 0 ? message : message.substring(0, place);
    }

    private Place place() {
        Location location = reader.location();
        return new Place(document, Math.max(location.line(), 0), Math.max(location.column(), 0));
    }

    private void start() {
        Map<String, String> declared = new HashMap<>();
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < reader.attributeCount(); i++) {
            if (reader.isNamespaceDeclaration(i)) {
                String prefix =
                        reader.attributePrefix(i).isEmpty() ? "" : reader.attributeLocalName(i);
                declared.put(prefix, reader.attributeValue(i));
            } else {
                XmlName name =
                        XmlName.of(reader.attributeNamespace(i), reader.attributeLocalName(i));
                attributes.add(new Attribute(name, reader.attributeValue(i)));
            }
        }
        tree.start(reader.name(), reader.prefix(), attributes, declared, place());
        check(attributes);
    }

    /** Later steps make names of the attribute {@code name}, so it has to be one. */
    private void check(List<Attribute> attributes) {
        if (!NAMING.contains(reader.namespace()) || reader.localName().equals("definitions")) {
            return;
        }
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(XmlName.of("", "name"))
                    && Element.nameOrNull("", attribute.value().strip()) == null) {
                throw reader.error(
                        ErrorCode.INVALID_FORMAT,
                        "the name \"" + attribute.value() + "\" is no XML name");
            }
        }
    }
}
