/** Generated from the description of services in namespace {@code http://example.org/trade}. */
@NullMarked
package org.example.trade;

import org.jspecify.annotations.NullMarked;
