package dev.belay.metadata.document;

import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * An element of a document, with its position and the namespace prefixes in scope. Immutable, safe
 * for all threads. Two elements are equal only if they are the same one.
 */
public final class Element {
    private final XmlName name;
    private final String prefix;
    private final List<Attribute> attributes;
    private final List<Element> children;
    private final String text;
    private final Map<String, String> namespaces;
    private final Place place;

    /** An attribute that is no namespace declaration. */
    public record Attribute(XmlName name, String value) {}

    Element(Start start, List<Element> children, String text) {
        this.name = start.name;
        this.prefix = start.prefix;
        this.attributes = start.attributes;
        this.namespaces = start.namespaces;
        this.place = start.place;
        this.children = List.copyOf(children);
        this.text = text;
    }

    /** What is known when the start tag has been read. */
    record Start(
            XmlName name,
            String prefix,
            List<Attribute> attributes,
            Map<String, String> namespaces,
            Place place) {}

    public XmlName name() {
        return name;
    }

    public String namespace() {
        return name.namespace().toString();
    }

    public String localName() {
        return name.localName().toString();
    }

    public Place place() {
        return place;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public List<Element> children() {
        return children;
    }

    /** The character data directly inside, as it stands. */
    public String text() {
        return text;
    }

    public boolean is(String namespace, String localName) {
        return localName().equals(localName) && namespace().equals(namespace);
    }

    /** The children with this name. */
    public List<Element> children(String namespace, String localName) {
        return children.stream().filter(c -> c.is(namespace, localName)).toList();
    }

    /** The first child with this name. */
    public @Nullable Element child(String namespace, String localName) {
        for (Element child : children) {
            if (child.is(namespace, localName)) {
                return child;
            }
        }
        return null;
    }

    /** The value of an attribute without namespace, white space trimmed. */
    public @Nullable String attribute(String localName) {
        return attribute("", localName);
    }

    public @Nullable String attribute(String namespace, String localName) {
        for (Attribute attribute : attributes) {
            if (attribute.name.localName().toString().equals(localName)
                    && attribute.name.namespace().toString().equals(namespace)) {
                return attribute.value.strip();
            }
        }
        return null;
    }

    public String attributeOr(String localName, String otherwise) {
        String value = attribute(localName);
        return value == null ? otherwise : value;
    }

    /** Whether the attribute is there with the value {@code true} or {@code 1}. */
    public boolean flag(String localName) {
        return isTrue(attribute(localName));
    }

    /** Whether the text is a true {@code xs:boolean}. */
    public static boolean isTrue(@Nullable String value) {
        return "true".equals(value) || "1".equals(value);
    }

    /** The namespace that a prefix stands for here; "" is the default one; null if unbound. */
    public @Nullable String namespaceOf(String prefix) {
        if (prefix.equals("xml")) {
            return "http://www.w3.org/XML/1998/namespace";
        }
        String namespace = namespaces.get(prefix);
        return namespace == null && prefix.isEmpty() ? "" : namespace;
    }

    /** Resolves {@code prefix:local}; null if the prefix is unbound or the text is no name. */
    public @Nullable XmlName qualifiedName(String lexical) {
        int colon = lexical.indexOf(':');
        String namespace = namespaceOf(colon < 0 ? "" : lexical.substring(0, colon));
        return namespace == null ? null : nameOrNull(namespace, lexical.substring(colon + 1));
    }

    /** The name; null if the local name is none. */
    static @Nullable XmlName nameOrNull(String namespace, String localName) {
        try {
            return XmlName.of(namespace, localName);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The start tag with the attribute that tells it from others, for messages. */
    public String describe() {
        String tag = prefix.isEmpty() ? localName() : prefix + ":" + localName();
        for (String key : List.of("name", "ref", "value", "type", "message", "location", "base")) {
            String value = attribute(key);
            if (value != null) {
                return "<" + tag + " " + key + "=\"" + value + "\">";
            }
        }
        return "<" + tag + ">";
    }

    @Override
    public String toString() {
        return describe() + " at " + place;
    }
}
