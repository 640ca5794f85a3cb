/**
 * What a transport of messages implements, so that {@link dev.belay.channel.Channel} can run it.
 */
@NullMarked
package dev.belay.channel.spi;

import org.jspecify.annotations.NullMarked;
