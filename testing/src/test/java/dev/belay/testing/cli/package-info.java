/** Runs the commands of {@code belay} as a user does. */
@NullMarked
package dev.belay.testing.cli;

import org.jspecify.annotations.NullMarked;
