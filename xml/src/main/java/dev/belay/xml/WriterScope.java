package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The namespace declarations in scope while writing, innermost last, and the prefixes that the open
 * start tag relies on.
 */
final class WriterScope {
    /** One declaration; reused. */
    static final class Binding {
        private String prefix = "";
        private String namespace = "";
        private @Nullable XmlString known;
        private int depth;

        String prefix() {
            return prefix;
        }

        String namespace() {
            return namespace;
        }

        @Nullable XmlString known() {
            return known;
        }
    }

    private Binding[] bindings = new Binding[0];
    private int count;
    private String[] used = new String[4];
    private int usedCount;

    int count() {
        return count;
    }

    Binding at(int index) {
        return bindings[index];
    }

    /** The index of the first declaration on the element at a depth. */
    int firstOf(int depth) {
        int first = count;
        while (first > 0 && bindings[first - 1].depth >= depth) {
            first--;
        }
        return first;
    }

    void declare(String prefix, String namespace, @Nullable XmlString known, int depth) {
        if (count == bindings.length) {
            bindings = Arrays.copyOf(bindings, Math.max(8, count * 2));
            for (int i = count; i < bindings.length; i++) {
                bindings[i] = new Binding();
            }
        }
        Binding binding = bindings[count++];
        binding.prefix = prefix;
        binding.namespace = namespace;
        binding.known = known;
        binding.depth = depth;
    }

    void leave(int depth) {
        count = firstOf(depth);
    }

    private @Nullable Binding find(String prefix) {
        for (int i = count - 1; i >= 0; i--) {
            if (bindings[i].prefix.equals(prefix)) {
                return bindings[i];
            }
        }
        return null;
    }

    /** What a prefix means, empty for an unbound empty prefix, or null. */
    @Nullable String namespaceOf(String prefix) {
        if (prefix.equals("xml")) {
            return Namespaces.XML_URI;
        }
        Binding binding = find(prefix);
        return binding != null ? binding.namespace : prefix.isEmpty() ? "" : null;
    }

    /** Whether a prefix is declared on the element at a depth, or its start tag relies on it. */
    boolean isFixed(String prefix, int depth) {
        Binding binding = find(prefix);
        if (binding != null && binding.depth == depth) {
            return true;
        }
        for (int i = 0; i < usedCount; i++) {
            if (used[i].equals(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tag at a depth has no declarations and relies on no prefix but for its name. */
    boolean isTagAlone(int depth) {
        return count - firstOf(depth) + usedCount == 1;
    }

    /** Notes that the start tag relies on a prefix. */
    void use(String prefix) {
        if (usedCount == used.length) {
            used = Arrays.copyOf(used, usedCount * 2);
        }
        used[usedCount++] = prefix;
    }

    void beginTag() {
        usedCount = 0;
    }

    /** A prefix that means a namespace, or null; for attributes not the empty one. */
    @Nullable String prefixOf(String namespace, boolean mayBeEmpty) {
        if (namespace.equals(Namespaces.XML_URI)) {
            return "xml";
        }
        for (int i = count - 1; i >= 0; i--) {
            Binding binding = bindings[i];
            if (binding.namespace.equals(namespace)
                    && (mayBeEmpty || !binding.prefix.isEmpty())
                    && find(binding.prefix) == binding) {
                return binding.prefix;
            }
        }
        return mayBeEmpty && namespace.isEmpty() && find("") == null ? "" : null;
    }
}
