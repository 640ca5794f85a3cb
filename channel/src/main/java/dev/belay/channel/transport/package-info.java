/**
 * Streams of bytes under the channels: TCP here, memory in the test kit, others by the application.
 */
@NullMarked
package dev.belay.channel.transport;

import org.jspecify.annotations.NullMarked;
