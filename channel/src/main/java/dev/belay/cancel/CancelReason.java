package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

/**
 * Why an operation is told to stop. An open list: more reasons may come.
 *
 * @param name stable name of the reason
 * @param cause what led to it, if known
 */
public record CancelReason(String name, @Nullable Failure cause) {
    /** The host is aborting. */
    public static final CancelReason HOST_ABORT = new CancelReason("HOST_ABORT", null);

    /** The channel of the operation faulted; the client has gone. */
    public static final CancelReason CHANNEL_FAULTED = new CancelReason("CHANNEL_FAULTED", null);

    /** This reason with what led to it. */
    public CancelReason because(@Nullable Failure why) {
        return new CancelReason(name, why);
    }

    /** True if both have the same name, whatever led to them. */
    public boolean is(CancelReason other) {
        return name.equals(other.name);
    }
}
