/**
 * Generated from the description of services in namespace {@code http://example.org/calculator}.
 */
@NullMarked
package org.example.calculator;

import org.jspecify.annotations.NullMarked;
