/**
 * Listening ports that several listeners share, each with a path of its own; for every protocol
 * that routes by path.
 */
@NullMarked
package dev.belay.channel.port;

import org.jspecify.annotations.NullMarked;
