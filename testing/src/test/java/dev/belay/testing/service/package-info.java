/** Proxies and hosts together, over every transport. */
@NullMarked
package dev.belay.testing.service;

import org.jspecify.annotations.NullMarked;
