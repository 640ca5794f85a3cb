package dev.belay.channel.spi;

import dev.belay.channel.Timeouts;

/** The channel as its driver sees it. Any thread; nothing here waits. */
public interface DriverHost {
    /** The time-outs that hold now. */
    Timeouts timeouts();

    /**
     * Tells that the driver can no longer work: its writer failed, the peer has gone. The channel
     * faults, unless it has ended before; the first cause stays.
     */
    void failed(Throwable cause);

    /**
     * Tells that the peer no longer wants what is under way, though a message may still be sent to
     * it: an HTTP client has closed its half of the connection. Operations are told to stop; the
     * state stays.
     */
    void peerGone(Throwable cause);
}
