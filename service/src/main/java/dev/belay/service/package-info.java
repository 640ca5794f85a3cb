/** Service proxies, service hosts, calls and operation contexts. */
@NullMarked
package dev.belay.service;

import org.jspecify.annotations.NullMarked;
