package dev.belay.channel.spi;

/** Where a listener's driver puts the channels that peers opened. Any thread. */
public interface AcceptSink {
    /**
     * Hands over a driver that is open: its handshake is done, it is ready to receive. Waits while
     * the listener holds many that nobody has accepted yet, so only internal threads call it.
     *
     * @return false if the listener has ended; the driver was aborted
     */
    boolean accepted(ChannelDriver driver);

    /**
     * Tells that no more channels can be accepted, though the listener was not closed. The listener
     * stays OPEN; accepts get this as their failure.
     */
    void failed(Throwable cause);
}
