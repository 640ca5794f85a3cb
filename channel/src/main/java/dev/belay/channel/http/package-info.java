/**
 * SOAP over HTTP/1.1: the driver of request channels with its connection pool, and the driver of
 * reply listeners. Hidden: reached through the bindings of {@code dev.belay.channel}.
 *
 * <p>Heads, chunks and sizes are parsed by Apache HttpCore on our own connections; what it takes
 * leniently is refused here, at {@link dev.belay.channel.http.HttpInput}, {@link
 * dev.belay.channel.http.StrictLineParser} and {@link dev.belay.channel.http.BodyFraming}.
 */
@NullMarked
package dev.belay.channel.http;

import org.jspecify.annotations.NullMarked;
