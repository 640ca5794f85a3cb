/** SOAP over HTTP against scripted peers on loopback sockets. */
@NullMarked
package dev.belay.testing.http;

import org.jspecify.annotations.NullMarked;
