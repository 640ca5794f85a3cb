package dev.belay.xml;

import java.util.Arrays;

/** The names of the open elements, innermost last. */
final class OpenElements {
    private static final Chunk NO_NAMESPACE = Chunk.constant(XmlString.EMPTY);

    /** So many names at either end of a path are shown. */
    private static final int PATH_ENDS = 16;

    private static final int PATH_NAME = 60;

    /** One open element; reused. */
    static final class OpenElement {
        final Chunk prefix = new Chunk();
        final Chunk localName = new Chunk();
        private Chunk namespace = NO_NAMESPACE;
        private int tagOffset;
        private int tagLength;

        Chunk namespace() {
            return namespace;
        }

        /** Refers to a chunk that stays as it is while the element is open. */
        void setNamespace(Chunk newNamespace) {
            namespace = newNamespace;
        }

        /** Remembers the name as it stands in the start tag, with its prefix. */
        void setTag(int offset, int length) {
            tagOffset = offset;
            tagLength = length;
        }

        /** Whether the octets at a position are the name as in the start tag. */
        boolean isTag(byte[] bytes, int at, int end) {
            return end - at >= tagLength
                    && Arrays.equals(
                            bytes, tagOffset, tagOffset + tagLength, bytes, at, at + tagLength);
        }

        int tagLength() {
            return tagLength;
        }
    }

    private OpenElement[] elements = new OpenElement[0];
    private int depth;

    int depth() {
        return depth;
    }

    OpenElement push() {
        if (depth == elements.length) {
            elements = Arrays.copyOf(elements, Math.max(8, depth * 2));
            for (int i = depth; i < elements.length; i++) {
                elements[i] = new OpenElement();
            }
        }
        OpenElement element = elements[depth++];
        element.prefix.clear();
        element.localName.clear();
        element.setNamespace(NO_NAMESPACE);
        return element;
    }

    void pop() {
        depth--;
    }

    OpenElement top() {
        return elements[depth - 1];
    }

    /** The names from the root on, with slashes between; long ones and very many are cut. */
    String path() {
        var path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (i == PATH_ENDS && depth > 2 * PATH_ENDS) {
                path.append("/…");
                i = depth - PATH_ENDS;
            }
            if (i > 0) {
                path.append('/');
            }
            if (!elements[i].prefix.isEmpty()) {
                append(elements[i].prefix, path);
                path.append(':');
            }
            append(elements[i].localName, path);
        }
        return path.toString();
    }

    private static void append(Chunk name, StringBuilder path) {
        String text = name.toString();
        path.append(text, 0, Math.min(text.length(), PATH_NAME));
        if (text.length() > PATH_NAME) {
            path.append('…');
        }
    }
}
