/** WS-Policy: assertions, normalised to alternatives, with the places where they stand. */
@NullMarked
package dev.belay.metadata.policy;

import org.jspecify.annotations.NullMarked;
