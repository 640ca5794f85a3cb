package dev.belay.service;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.time.Duration;

/**
 * A snapshot of one operation that runs in a {@link ServiceHost}, for people who want to know what
 * a host is doing.
 *
 * @param endpoint where it was called
 * @param address where that endpoint really listens
 * @param operation the name of the operation, or of the callback that runs
 * @param remoteAddress who called, as far as the transport knows; can be forged
 * @param age how long it has been running
 * @param cancelled whether it was told that it is called off
 * @param thread the name of its thread, or null before it has one
 */
public record RunningOperation(
        ServiceEndpoint endpoint,
        String address,
        String operation,
        @Nullable SocketAddress remoteAddress,
        Duration age,
        boolean cancelled,
        @Nullable String thread) {

    /** One line for people. */
    @Override
    public String toString() {
        return operation
                + " at "
                + address
                + " for "
                + age.toMillis()
                + " ms"
                + (cancelled ? ", called off" : "")
                + (thread == null ? "" : ", thread " + thread);
    }
}
