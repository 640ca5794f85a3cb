/** The room: everything that waits in Belay waits here, so everything can be called off. */
@NullMarked
package dev.belay.cancel;

import org.jspecify.annotations.NullMarked;
