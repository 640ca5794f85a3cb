package dev.belay.xml;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * What all readers share on the level of nodes: the current node, open elements, attributes,
 * namespaces, quotas and the fault. An encoding adds {@link #advance()}.
 */
abstract sealed class NodeReader implements XmlReader permits ValueReader {
    final OpenElements elements = new OpenElements();
    final NamespaceScope scope = new NamespaceScope();
    final AttributeList attributes = new AttributeList();
    private final InheritedAttributes inherited = new InheritedAttributes();
    private final TagResolver resolver = new TagResolver(this);
    private final XmlQuotas quotas;

    private NodeType type = NodeType.BEGIN;
    private TypedValue value = new TypedValue();
    private TypedValue spare = new TypedValue();
    private boolean hasRoot;
    private int entered = -1;
    private @Nullable BelayException fault;

    NodeReader(XmlQuotas quotas) {
        this.quotas = quotas;
    }

    // What an encoding adds.

    /** Moves to the next node; the element of an end tag just left is closed already. */
    abstract void advance();

    /**
     * Whether the element of the end tag that the reader stands on begins once more, as an array of
     * items does.
     */
    abstract boolean repeatsElement();

    /** The most octets that the text of one value may take. */
    abstract int maxExpansion();

    /** The position in the document of the current node. */
    abstract int position();

    /** The place of a position. */
    abstract Location locate(int position);

    // Nodes

    @Override
    public final NodeType nodeType() {
        return entered >= 0 ? NodeType.TEXT : type;
    }

    final void setNode(NodeType newType) {
        type = newType;
    }

    /** The value of the current text node or comment. */
    final TypedValue value() {
        return value;
    }

    /** Keeps the value of the current node over the next {@link #next()} and returns it. */
    final TypedValue holdValue() {
        TypedValue held = value;
        value = spare;
        spare = held;
        return held;
    }

    @Override
    public final NodeType next() {
        checkUsable();
        if (entered >= 0) {
            throw new IllegalStateException("XmlReader.next inside an attribute");
        }
        switch (type) {
            case END -> {
                return type;
            }
            case END_ELEMENT -> {
                if (repeatsElement()) {
                    type = NodeType.ELEMENT;
                    return type;
                }
                inherited.leave(elements.depth());
                scope.leave(elements.depth());
                elements.pop();
            }
            default -> {}
        }
        advance();
        return type;
    }

    @Override
    public final int depth() {
        return elements.depth();
    }

    /** The element of the start or end tag that the reader stands on. */
    private OpenElements.OpenElement tag() {
        if (type != NodeType.ELEMENT && type != NodeType.END_ELEMENT) {
            throw new IllegalStateException(
                    "the XmlReader stands on " + type + ", which has no name");
        }
        return elements.top();
    }

    @Override
    public final String prefix() {
        return tag().prefix.toString();
    }

    @Override
    public final String localName() {
        return tag().localName.toString();
    }

    @Override
    public final String namespace() {
        return tag().namespace().toString();
    }

    @Override
    public final XmlName name() {
        OpenElements.OpenElement tag = tag();
        return XmlName.of(tag.namespace().toXmlString(), tag.localName.toXmlString());
    }

    @Override
    public final boolean isElement(XmlName name) {
        if (type != NodeType.ELEMENT || entered >= 0) {
            return false;
        }
        OpenElements.OpenElement tag = elements.top();
        return tag.localName.is(name.localName()) && tag.namespace().is(name.namespace());
    }

    @Override
    public final String text() {
        if (entered >= 0) {
            return attributes.at(entered).value.toString();
        }
        if (type != NodeType.TEXT && type != NodeType.COMMENT) {
            throw new IllegalStateException(
                    "the XmlReader stands on " + type + ", which has no text");
        }
        return value.toString();
    }

    @Override
    public final boolean isWhitespace() {
        return entered >= 0
                ? attributes.at(entered).value.isWhitespace()
                : type == NodeType.TEXT && value.isWhitespace();
    }

    // Attributes

    private Attribute attribute(int index) {
        if (type != NodeType.ELEMENT) {
            throw new IllegalStateException(
                    "the XmlReader stands on " + type + ", which has no attributes");
        }
        if (index < 0 || index >= attributes.count()) {
            throw new IllegalArgumentException(
                    "no attribute " + index + " of " + attributes.count());
        }
        return attributes.at(index);
    }

    @Override
    public final int attributeCount() {
        return type == NodeType.ELEMENT ? attributes.count() : 0;
    }

    @Override
    public final String attributePrefix(int index) {
        return attribute(index).prefix.toString();
    }

    @Override
    public final String attributeLocalName(int index) {
        return attribute(index).localName.toString();
    }

    @Override
    public final String attributeNamespace(int index) {
        return attribute(index).namespace().toString();
    }

    @Override
    public final String attributeValue(int index) {
        return attribute(index).value.toString();
    }

    @Override
    public final boolean isNamespaceDeclaration(int index) {
        return attribute(index).isDeclaration();
    }

    @Override
    public final boolean isAttribute(int index, XmlName name) {
        return attribute(index).is(name);
    }

    @Override
    public final int findAttribute(XmlName name) {
        return type == NodeType.ELEMENT ? attributes.find(name) : -1;
    }

    @Override
    public final void enterAttribute(int index) {
        if (entered >= 0) {
            throw new IllegalStateException("XmlReader.enterAttribute inside an attribute");
        }
        attribute(index);
        entered = index;
    }

    @Override
    public final void leaveAttribute() {
        if (entered < 0) {
            throw new IllegalStateException("XmlReader.leaveAttribute outside of attributes");
        }
        entered = -1;
    }

    /** The value of the attribute that was entered, or null outside. */
    final @Nullable TypedValue enteredValue() {
        return entered >= 0 ? attributes.at(entered).value : null;
    }

    // Scope

    @Override
    public final @Nullable String namespaceOf(String prefix) {
        return switch (prefix) {
            case "xml" -> Namespaces.XML_URI;
            case "xmlns" -> Namespaces.XMLNS_URI;
            default -> {
                NamespaceScope.Binding binding = scope.find(XmlString.of(prefix));
                yield binding != null ? binding.namespace.toString() : prefix.isEmpty() ? "" : null;
            }
        };
    }

    @Override
    public final @Nullable String prefixOf(String namespace) {
        if (namespace.equals(Namespaces.XML_URI)) {
            return "xml";
        }
        NamespaceScope.Binding binding = scope.findNamespace(XmlString.of(namespace));
        if (binding != null) {
            return binding.prefix.toString();
        }
        return namespace.isEmpty() && scope.find(XmlString.EMPTY) == null ? "" : null;
    }

    @Override
    public final @Nullable String xmlAttribute(String localName) {
        return inherited.find(localName);
    }

    // For encodings: elements

    /** Whether the root element has begun. */
    final boolean hasRoot() {
        return hasRoot;
    }

    final XmlQuotas quotas() {
        return quotas;
    }

    /** Opens an element; its names and attributes are still to be set. */
    final OpenElements.OpenElement open(int position) {
        if (elements.depth() == 0) {
            if (hasRoot) {
                throw fail(position, "a second root element");
            }
            hasRoot = true;
        }
        if (elements.depth() >= quotas.maxDepth()) {
            throw overQuota(position, "maxDepth", quotas.maxDepth());
        }
        attributes.clear();
        return elements.push();
    }

    /** Adds an attribute to the start tag, which the caller fills. */
    final Attribute addAttribute(int position, boolean isDeclaration) {
        if (isDeclaration) {
            // Cheap while the tag goes on; what is in scope is counted when the tag is complete.
            if (attributes.count() - attributes.plain() >= quotas.maxNamespaces()) {
                throw overQuota(position, "maxNamespaces", quotas.maxNamespaces());
            }
        } else if (attributes.plain() >= quotas.maxAttributes()) {
            throw overQuota(position, "maxAttributes", quotas.maxAttributes());
        }
        return attributes.add(position, isDeclaration);
    }

    /** Completes a start tag: namespaces, duplicates, attributes that are inherited. */
    final void resolveTag(int position) {
        resolver.resolve(elements.top(), elements.depth(), position);
        for (int i = 0; i < attributes.count(); i++) {
            Attribute attribute = attributes.at(i);
            if (attribute.namespace().is(Namespaces.XML)) {
                inherited.add(elements.depth(), attribute);
            }
        }
        type = NodeType.ELEMENT;
    }

    // Errors

    /** Refuses to go on after a fault. */
    final void checkUsable() {
        BelayException first = fault;
        if (first != null) {
            throw new BelayException(
                    ErrorCode.OBJECT_FAULTED, "the XmlReader failed before", first);
        }
    }

    /** The failure that the document is malformed at a position. */
    final BelayException fail(int position, String message) {
        return fail(ErrorCode.INVALID_FORMAT, position, message);
    }

    /** Refuses text that dictionary strings make much larger than the document. */
    final void checkExpansion(int octets) {
        if (octets > maxExpansion()) {
            throw fail(
                    ErrorCode.QUOTA_EXCEEDED,
                    errorPosition(),
                    "text of more than "
                            + maxExpansion()
                            + " bytes, several times the size of the document");
        }
    }

    final BelayException overQuota(int position, String quota, int limit) {
        return fail(
                ErrorCode.QUOTA_EXCEEDED,
                position,
                "quota " + quota + " of " + limit + " exceeded");
    }

    final BelayException fail(ErrorCode code, int position, String message) {
        String placed = message + " at " + locate(position);
        if (fault == null) {
            fault = new BelayException(code, placed);
        }
        return new BelayException(code, placed);
    }

    @Override
    public final Location location() {
        return locate(errorPosition());
    }

    /** Where bad content is reported. */
    final int errorPosition() {
        return entered >= 0 ? attributes.at(entered).position() : position();
    }

    @Override
    public final BelayException error(ErrorCode code, String message) {
        return fail(code, errorPosition(), message);
    }
}
