/**
 * Message framing ([MC-NMF]) over byte streams: net.tcp now, named pipes later.
 *
 * <p>From the wire up: {@link RecordDecoder} and {@link RecordEncoder} know records, {@link
 * StreamState} which record may follow which, {@link PreambleReceiver} how a session is agreed on.
 * None of these waits or does I/O.
 */
@NullMarked
package dev.belay.channel.framing;

import org.jspecify.annotations.NullMarked;
