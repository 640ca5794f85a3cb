package dev.belay.channel.spi;

/**
 * Makes the drivers of one kind of transport. A {@link dev.belay.channel.Binding} holds one. Any
 * thread; nothing here blocks.
 */
public interface DriverFactory {
    /** A driver for one life of a client's channel. */
    ChannelDriver channel(ChannelSetup setup);

    /** A driver for one life of a listener. */
    ListenerDriver listener(ListenerSetup setup);
}
