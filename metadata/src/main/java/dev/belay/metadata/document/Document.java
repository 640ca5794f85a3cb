package dev.belay.metadata.document;

import java.net.URI;

/**
 * A document that has been read. Immutable.
 *
 * @param location its address, against which the references inside are resolved
 * @param name its name as shown to people
 * @param root its root element
 */
public record Document(URI location, String name, Element root) {}
