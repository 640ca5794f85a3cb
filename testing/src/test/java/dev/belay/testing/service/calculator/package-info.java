/** The calculator of WWSAPI's samples, written by hand in the shape that the compiler generates. */
@NullMarked
package dev.belay.testing.service.calculator;

import org.jspecify.annotations.NullMarked;
