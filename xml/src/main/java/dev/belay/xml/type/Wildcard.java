package dev.belay.xml.type;

import java.util.Set;

/** Which namespaces {@code xs:any} and {@code xs:anyAttribute} allow. Immutable. */
public abstract sealed class Wildcard {
    /** Any namespace, also none. */
    public static final Wildcard ANY = new Not(Set.of(), "any namespace");

    private final String text;

    private Wildcard(String text) {
        this.text = text;
    }

    /** Any namespace but this one and none: {@code ##other}. */
    public static Wildcard other(String targetNamespace) {
        return new Not(
                targetNamespace.isEmpty() ? Set.of("") : Set.of("", targetNamespace),
                "a namespace other than " + targetNamespace);
    }

    /** These namespaces; the empty string is none. */
    public static Wildcard of(String... namespaces) {
        return new Only(Set.of(namespaces), String.join(" ", namespaces));
    }

    /** Whether names of this namespace are allowed. */
    public abstract boolean allows(String namespace);

    @Override
    public final String toString() {
        return text;
    }

    private static final class Not extends Wildcard {
        private final Set<String> refused;

        Not(Set<String> refused, String text) {
            super(text);
            this.refused = refused;
        }

        @Override
        public boolean allows(String namespace) {
            return refused.isEmpty() || !refused.contains(namespace);
        }
    }

    private static final class Only extends Wildcard {
        private final Set<String> allowed;

        Only(Set<String> allowed, String text) {
            super(text);
            this.allowed = allowed;
        }

        @Override
        public boolean allows(String namespace) {
            return allowed.contains(namespace);
        }
    }
}
