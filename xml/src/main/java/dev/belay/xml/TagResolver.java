package dev.belay.xml;

/**
 * Gives the names of a complete start tag their namespaces, by the rules of the recommendation on
 * namespaces: reserved prefixes, no prefix undeclared, no expanded name twice.
 */
final class TagResolver {
    private static final Chunk XML_NAMESPACE = Chunk.constant(Namespaces.XML);
    private static final Chunk NO_NAMESPACE = Chunk.constant(XmlString.EMPTY);

    private final NodeReader reader;
    private final Chunk prefix = new Chunk();
    private final Chunk namespace = new Chunk();

    TagResolver(NodeReader reader) {
        this.reader = reader;
    }

    void resolve(OpenElements.OpenElement element, int depth, int position) {
        AttributeList attributes = reader.attributes;
        int count = attributes.count();
        for (int i = 0; i < count; i++) {
            if (attributes.at(i).isDeclaration()) {
                declare(attributes.at(i), depth);
            }
        }
        if (reader.scope.unique() > reader.quotas().maxNamespaces()) {
            throw reader.overQuota(position, "maxNamespaces", reader.quotas().maxNamespaces());
        }
        element.setNamespace(namespaceOf(element.prefix, true, position));
        for (int i = 0; i < count; i++) {
            Attribute attribute = attributes.at(i);
            if (!attribute.isDeclaration() && !attribute.prefix.isEmpty()) {
                attribute.setNamespace(namespaceOf(attribute.prefix, false, attribute.position()));
            }
        }
        if (count > 1) {
            Attribute duplicate = attributes.duplicate();
            if (duplicate != null) {
                throw reader.fail(
                        duplicate.position(),
                        "attribute " + Conversions.shown(duplicate.localName) + " stands twice");
            }
        }
    }

    private void declare(Attribute attribute, int depth) {
        TypedValue value = attribute.value;
        if (attribute.prefix.isEmpty()) {
            prefix.clear();
        } else {
            prefix.set(attribute.localName);
        }
        XmlString known = value.known();
        if (known != null) {
            namespace.set(known);
        } else if (value.isScratch()) {
            // The scratch array serves other tags while the declaration stays in scope.
            namespace.set(XmlString.of(value.toString()));
        } else {
            namespace.set(value.bytes(), value.offset(), value.length());
        }
        checkDeclaration(attribute.position());
        reader.scope.declare(prefix, namespace, depth);
    }

    private void checkDeclaration(int position) {
        if (prefix.is(Namespaces.XMLNS_PREFIX)) {
            throw reader.fail(position, "the prefix 'xmlns' is declared");
        }
        if (prefix.is(Namespaces.XML_PREFIX) != namespace.is(Namespaces.XML)) {
            throw reader.fail(
                    position,
                    "prefix '"
                            + prefix
                            + "' is declared for the namespace '"
                            + namespace
                            + "'; 'xml' and its namespace belong together");
        }
        if (namespace.is(Namespaces.XMLNS)) {
            throw reader.fail(
                    position, "the namespace " + Conversions.shown(namespace) + " is declared");
        }
        if (namespace.isEmpty() && !prefix.isEmpty()) {
            throw reader.fail(
                    position,
                    "prefix " + Conversions.shown(prefix) + " is declared for no namespace");
        }
    }

    private Chunk namespaceOf(Chunk used, boolean isElement, int position) {
        if (used.is(Namespaces.XML_PREFIX)) {
            return XML_NAMESPACE;
        }
        NamespaceScope.Binding binding = reader.scope.find(used);
        if (binding != null) {
            return binding.namespace;
        }
        if (used.isEmpty() && isElement) {
            return NO_NAMESPACE;
        }
        throw reader.fail(position, "prefix " + Conversions.shown(used) + " is not declared");
    }
}
