package dev.belay.soap;

/**
 * Address of an endpoint.
 *
 * @param uri its URI
 */
public record EndpointAddress(String uri) {}
