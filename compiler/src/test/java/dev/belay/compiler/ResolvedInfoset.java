package dev.belay.compiler;

import dev.belay.xml.NodeType;
import dev.belay.xml.XmlReader;

import org.jspecify.annotations.Nullable;

import java.util.TreeMap;

/**
 * Elements, attributes and text as one string, in which the qualified names among the values of
 * .NET's documents are resolved: {@code xsi:type}, and what is a QName by name or by type.
 */
final class ResolvedInfoset {
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String QNAME = "{http://www.w3.org/2001/XMLSchema}QName";

    private final StringBuilder all = new StringBuilder();

    /** The element that the reader stands on. */
    String of(XmlReader reader) {
        element(reader);
        return all.toString();
    }

    private void element(XmlReader reader) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.attributeCount(); i++) {
            if (!reader.isNamespaceDeclaration(i)) {
                attributes.put(
                        name(reader.attributeNamespace(i), reader.attributeLocalName(i)),
                        reader.attributeValue(i));
            }
        }
        attributes.computeIfPresent(name(INSTANCE, "type"), (_, v) -> resolved(reader, v));
        boolean holdsName =
                reader.localName().equals("QName")
                        || QNAME.equals(attributes.get(name(INSTANCE, "type")));
        all.append('<').append(name(reader.namespace(), reader.localName()));
        attributes.forEach((name, value) -> all.append(' ').append(name).append('=').append(value));
        all.append('>');
        StringBuilder text = new StringBuilder();
        while (reader.next() != NodeType.END_ELEMENT) {
            if (reader.nodeType() == NodeType.ELEMENT) {
                element(reader);
            } else {
                text.append(reader.text());
            }
        }
        boolean resolve = holdsName && !text.isEmpty();
        all.append(resolve ? resolved(reader, text.toString()) : text).append("</>");
    }

    private static String name(@Nullable String namespace, String localName) {
        return "{" + namespace + "}" + localName;
    }

    private static String resolved(XmlReader reader, String value) {
        int colon = value.indexOf(':');
        String prefix = colon < 0 ? "" : value.substring(0, colon);
        return name(reader.namespaceOf(prefix), value.substring(colon + 1));
    }
}
