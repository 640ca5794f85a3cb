/**
 * Sessions over net.tcp: over sockets and in memory, against peers that behave and peers that do
 * not.
 */
@NullMarked
package dev.belay.testing.nettcp;

import org.jspecify.annotations.NullMarked;
