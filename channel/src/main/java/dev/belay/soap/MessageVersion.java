package dev.belay.soap;

/**
 * Versions of a message.
 *
 * @param envelope version of the envelope
 * @param addressing version of the addressing headers
 */
public record MessageVersion(EnvelopeVersion envelope, AddressingVersion addressing) {}
