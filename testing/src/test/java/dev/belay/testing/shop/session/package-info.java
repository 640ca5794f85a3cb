/** Generated from the description of services in namespace {@code http://example.org/shop}. */
@NullMarked
package dev.belay.testing.shop.session;

import org.jspecify.annotations.NullMarked;
