package dev.belay.xml;

/**
 * How much of anything an {@link XmlReader} takes from a document before it reports QUOTA_EXCEEDED.
 * Immutable, for any number of threads. The size of a document is bounded by its carrier.
 */
public final class XmlQuotas {
    /**
     * The limits of WWSAPI: depth 32, 128 attributes of one element, 32 namespace declarations in
     * scope.
     */
    public static final XmlQuotas DEFAULT = builder().build();

    /** For documents that we made ourselves. */
    static final XmlQuotas UNLIMITED =
            builder()
                    .maxDepth(Integer.MAX_VALUE)
                    .maxAttributes(Integer.MAX_VALUE)
                    .maxNamespaces(Integer.MAX_VALUE)
                    .build();

    private final int maxDepth;
    private final int maxAttributes;
    private final int maxNamespaces;

    private XmlQuotas(Builder builder) {
        this.maxDepth = builder.maxDepth;
        this.maxAttributes = builder.maxAttributes;
        this.maxNamespaces = builder.maxNamespaces;
    }

    /** A builder with the default limits. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these limits. */
    public Builder toBuilder() {
        return new Builder()
                .maxDepth(maxDepth)
                .maxAttributes(maxAttributes)
                .maxNamespaces(maxNamespaces);
    }

    /** The most elements that may be open at once; 0 forbids any element. */
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

    @Override
    public String toString() {
        return "XmlQuotas[maxDepth="
                + maxDepth
                + ", maxAttributes="
                + maxAttributes
                + ", maxNamespaces="
                + maxNamespaces
                + "]";
    }

    /** Collects limits. For one thread. */
    public static final class Builder {
        private int maxDepth = 32;
        private int maxAttributes = 128;
        private int maxNamespaces = 32;

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

        /** The limits set so far. */
        public XmlQuotas build() {
            return new XmlQuotas(this);
        }

        private static int checked(String name, int value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " is negative: " + value);
            }
            return value;
        }
    }
}
