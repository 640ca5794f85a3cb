/**
 * The block and unblock service of WWSAPI's cancellation samples, in the shape that the compiler
 * generates.
 */
@NullMarked
package dev.belay.testing.service.blocking;

import org.jspecify.annotations.NullMarked;
