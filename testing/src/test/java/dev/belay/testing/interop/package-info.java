/** Programs that others wrote against ours. */
@NullMarked
package dev.belay.testing.interop;

import org.jspecify.annotations.NullMarked;
