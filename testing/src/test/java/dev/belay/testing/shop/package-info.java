/**
 * The shop that the interop tests talk to and are talked to by: a service, a host and a client that
 * run as programs.
 */
@NullMarked
package dev.belay.testing.shop;

import org.jspecify.annotations.NullMarked;
