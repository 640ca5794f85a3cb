/** Whole calls of Belay beside those of other stacks. */
@NullMarked
package dev.belay.benchmarks;

import org.jspecify.annotations.NullMarked;
