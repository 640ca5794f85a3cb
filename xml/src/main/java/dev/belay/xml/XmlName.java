package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * An expanded name: a namespace, which may be empty, and a local name. Programs hold those that
 * they know in static finals. Also the value of QName content. Equal by value. Immutable, for any
 * number of threads.
 */
public final class XmlName {
    private final XmlString namespace;
    private final XmlString localName;
    private final int hash;

    private XmlName(XmlString namespace, XmlString localName) {
        this.namespace = namespace;
        this.localName = localName;
        this.hash = 31 * namespace.hashCode() + localName.hashCode();
    }

    /**
     * The name with this namespace, empty for none, and this local name.
     *
     * @throws IllegalArgumentException if the local name is not an NCName
     */
    public static XmlName of(String namespace, String localName) {
        return of(XmlString.of(namespace), XmlString.of(localName));
    }

    /**
     * The name with this namespace, empty for none, and this local name.
     *
     * @throws IllegalArgumentException if the local name is not an NCName
     */
    public static XmlName of(XmlString namespace, XmlString localName) {
        Objects.requireNonNull(namespace, "namespace");
        if (!XmlCharacters.isNCName(localName.toString())) {
            throw new IllegalArgumentException(
                    "not an XML name without colon: '" + localName + "'");
        }
        return new XmlName(namespace, localName);
    }

    /** The namespace, empty for none. */
    public XmlString namespace() {
        return namespace;
    }

    /** The part without a prefix. */
    public XmlString localName() {
        return localName;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof XmlName that
                        && hash == that.hash
                        && localName.equals(that.localName)
                        && namespace.equals(that.namespace));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@code {namespace}localName}, or the local name alone if there is no namespace. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? localName.toString() : "{" + namespace + "}" + localName;
    }
}
