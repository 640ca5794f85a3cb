package dev.belay.channel.spi;

import dev.belay.soap.Message;

/**
 * A received message with its size.
 *
 * @param message headers parsed, body not
 * @param octets encoded size, counted against the bound of what is read ahead
 */
public record Incoming(Message message, int octets) {}
