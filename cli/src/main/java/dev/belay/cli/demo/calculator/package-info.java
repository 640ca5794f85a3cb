/**
 * Generated from the description of services in namespace {@code http://example.org/calculator}.
 */
@NullMarked
package dev.belay.cli.demo.calculator;

import org.jspecify.annotations.NullMarked;
