package dev.belay.xml;

/** How an {@link XmlWriter} writes. Immutable, for any number of threads. */
public final class XmlWriterOptions {
    /** The limits of WWSAPI, no XML declaration, empty-element tags. */
    public static final XmlWriterOptions DEFAULT = builder().build();

    private final int maxDepth;
    private final int maxAttributes;
    private final int maxNamespaces;
    private final boolean declaration;
    private final boolean emptyTags;

    private XmlWriterOptions(Builder builder) {
        this.maxDepth = builder.maxDepth;
        this.maxAttributes = builder.maxAttributes;
        this.maxNamespaces = builder.maxNamespaces;
        this.declaration = builder.declaration;
        this.emptyTags = builder.emptyTags;
    }

    /** A builder with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** The most elements that may be open at once. */
    public int maxDepth() {
        return maxDepth;
    }

    /** The most attributes of one element, namespace declarations not counted. */
    public int maxAttributes() {
        return maxAttributes;
    }

    /** The most namespace declarations in scope of one element. */
    public int maxNamespaces() {
        return maxNamespaces;
    }

    /** Whether text begins with an XML declaration. */
    public boolean declaration() {
        return declaration;
    }

    /** Whether text has {@code <a/>} for an element without content, instead of {@code <a></a>}. */
    public boolean emptyTags() {
        return emptyTags;
    }

    @Override
    public String toString() {
        return "XmlWriterOptions[maxDepth="
                + maxDepth
                + ", maxAttributes="
                + maxAttributes
                + ", maxNamespaces="
                + maxNamespaces
                + ", declaration="
                + declaration
                + ", emptyTags="
                + emptyTags
                + "]";
    }

    /** Collects options. For one thread. */
    public static final class Builder {
        private int maxDepth = 32;
        private int maxAttributes = 128;
        private int maxNamespaces = 32;
        private boolean declaration;
        private boolean emptyTags = true;

        private Builder() {}

        /** Sets the most elements that may be open at once. */
        public Builder maxDepth(int value) {
            maxDepth = checked("maxDepth", value);
            return this;
        }

        /** Sets the most attributes of one element. */
        public Builder maxAttributes(int value) {
            maxAttributes = checked("maxAttributes", value);
            return this;
        }

        /** Sets the most namespace declarations in scope of one element. */
        public Builder maxNamespaces(int value) {
            maxNamespaces = checked("maxNamespaces", value);
            return this;
        }

        /** Sets whether text begins with an XML declaration. */
        public Builder declaration(boolean value) {
            declaration = value;
            return this;
        }

        /** Sets whether text has empty-element tags. */
        public Builder emptyTags(boolean value) {
            emptyTags = value;
            return this;
        }

        /** The options set so far. */
        public XmlWriterOptions build() {
            return new XmlWriterOptions(this);
        }

        private static int checked(String name, int value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " is negative: " + value);
            }
            return value;
        }
    }
}
