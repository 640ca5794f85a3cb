/** {@code belay demo}: the main job in front of the user. */
@NullMarked
package dev.belay.cli.demo;

import org.jspecify.annotations.NullMarked;
