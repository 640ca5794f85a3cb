package dev.belay.xml;

/** One attribute or namespace declaration of the current start tag; reused. */
final class Attribute {
    static final Chunk NO_NAMESPACE = Chunk.constant(XmlString.EMPTY);
    static final Chunk DECLARATION_NAMESPACE = Chunk.constant(Namespaces.XMLNS);

    /** The prefix; {@code xmlns} of a declaration, but empty if it is of the default namespace. */
    final Chunk prefix = new Chunk();

    /** The local name; of a declaration the prefix, or {@code xmlns}. */
    final Chunk localName = new Chunk();

    final TypedValue value = new TypedValue();
    private Chunk namespace = NO_NAMESPACE;
    private boolean isDeclaration;
    private int position;

    void begin(int newPosition, boolean declaration) {
        position = newPosition;
        isDeclaration = declaration;
        namespace = declaration ? DECLARATION_NAMESPACE : NO_NAMESPACE;
    }

    boolean isDeclaration() {
        return isDeclaration;
    }

    int position() {
        return position;
    }

    Chunk namespace() {
        return namespace;
    }

    void setNamespace(Chunk newNamespace) {
        namespace = newNamespace;
    }

    boolean is(XmlName name) {
        return localName.is(name.localName()) && namespace.is(name.namespace());
    }

    boolean sameName(Attribute other) {
        return localName.same(other.localName) && namespace.same(other.namespace);
    }

    int compareName(Attribute other) {
        int order = localName.compareTo(other.localName);
        return order != 0 ? order : namespace.compareTo(other.namespace);
    }
}
