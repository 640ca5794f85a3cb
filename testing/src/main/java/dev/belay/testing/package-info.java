/** Test kit: an in-memory transport, a clock under control and injected faults. */
@NullMarked
package dev.belay.testing;

import org.jspecify.annotations.NullMarked;
