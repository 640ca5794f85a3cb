package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The namespace declarations in scope while reading, innermost last. Their number is bounded by a
 * quota, so they are searched one by one.
 */
final class NamespaceScope {
    /** One declaration; reused. */
    static final class Binding {
        final Chunk prefix = new Chunk();
        final Chunk namespace = new Chunk();
        private int depth;
        private boolean isRepeated;
    }

    private Binding[] bindings = new Binding[0];
    private int count;
    private int unique;

    /** The number of declarations in scope that do more than repeat one in scope. */
    int unique() {
        return unique;
    }

    int count() {
        return count;
    }

    Binding at(int index) {
        return bindings[index];
    }

    /** Adds a declaration on the element at a depth. */
    void declare(Chunk prefix, Chunk namespace, int depth) {
        Binding outer = find(prefix);
        Binding binding = next();
        binding.prefix.set(prefix);
        binding.namespace.set(namespace);
        binding.depth = depth;
        binding.isRepeated = outer != null && outer.namespace.same(namespace);
        count++;
        if (!binding.isRepeated) {
            unique++;
        }
    }

    private Binding next() {
        if (count == bindings.length) {
            bindings = Arrays.copyOf(bindings, Math.max(8, count * 2));
            for (int i = count; i < bindings.length; i++) {
                bindings[i] = new Binding();
            }
        }
        return bindings[count];
    }

    /** Removes the declarations of the element at a depth and of those inside. */
    void leave(int depth) {
        while (count > 0 && bindings[count - 1].depth >= depth) {
            count--;
            if (!bindings[count].isRepeated) {
                unique--;
            }
        }
    }

    /** The innermost declaration of a prefix, or null. */
    @Nullable Binding find(Chunk prefix) {
        for (int i = count - 1; i >= 0; i--) {
            if (bindings[i].prefix.same(prefix)) {
                return bindings[i];
            }
        }
        return null;
    }

    /** The innermost declaration of a prefix, or null. */
    @Nullable Binding find(XmlString prefix) {
        for (int i = count - 1; i >= 0; i--) {
            if (bindings[i].prefix.is(prefix)) {
                return bindings[i];
            }
        }
        return null;
    }

    /** Whether no declaration further in hides this one. */
    boolean isVisible(int index) {
        for (int i = index + 1; i < count; i++) {
            if (bindings[i].prefix.same(bindings[index].prefix)) {
                return false;
            }
        }
        return true;
    }

    /** The innermost declaration of a namespace whose prefix still means it, or null. */
    @Nullable Binding findNamespace(XmlString namespace) {
        for (int i = count - 1; i >= 0; i--) {
            if (bindings[i].namespace.is(namespace) && isVisible(i)) {
                return bindings[i];
            }
        }
        return null;
    }
}
