/** Channels and listeners over every transport. */
@NullMarked
package dev.belay.channel;

import org.jspecify.annotations.NullMarked;
