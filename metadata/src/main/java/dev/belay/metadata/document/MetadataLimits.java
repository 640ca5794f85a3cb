package dev.belay.metadata.document;

/**
 * What a set of documents may cost. Immutable.
 *
 * @param documents how many documents may be read
 * @param depth how deep elements may be nested
 * @param documentBytes the size of one document in octets
 * @param totalBytes the size of all documents in octets
 */
public record MetadataLimits(int documents, int depth, int documentBytes, long totalBytes) {
    /** 100 documents, 128 levels, 16 MiB for one, 64 MiB for all. */
    public static final MetadataLimits DEFAULT = new MetadataLimits(100, 128, 16 << 20, 64L << 20);

    public MetadataLimits {
        if (documents < 1 || depth < 1 || documentBytes < 1 || totalBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
