/** From the checked model to Java source. */
@NullMarked
package dev.belay.compiler;

import org.jspecify.annotations.NullMarked;
