/**
 * Holds docs/parity.md against the code: which member of Belay stands for which function of WWSAPI,
 * and which test shows it.
 */
@NullMarked
package dev.belay.testing.parity;

import org.jspecify.annotations.NullMarked;
