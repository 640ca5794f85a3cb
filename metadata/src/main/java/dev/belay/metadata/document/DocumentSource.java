package dev.belay.metadata.document;

import java.io.IOException;
import java.net.URI;

/**
 * Where documents come from. Reading may block; the caller's thread does it. An implementation must
 * not hand out more than {@code limit} octets.
 */
@FunctionalInterface
public interface DocumentSource {
    /**
     * The octets of a document.
     *
     * @param location an absolute address
     * @param limit the most octets that are wanted
     * @throws IOException with a message for people: it cannot be had, or is too large
     */
    byte[] read(URI location, int limit) throws IOException;
}
