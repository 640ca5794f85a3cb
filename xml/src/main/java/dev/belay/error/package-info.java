/** Error codes and the one exception type that carries them. */
@NullMarked
package dev.belay.error;

import org.jspecify.annotations.NullMarked;
