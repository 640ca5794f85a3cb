/** Generated from the description of services in namespace {@code http://example.org/guarded}. */
@NullMarked
package dev.belay.testing.service.guarded;

import org.jspecify.annotations.NullMarked;
