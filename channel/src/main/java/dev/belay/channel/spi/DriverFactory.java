package dev.belay.channel.spi;

import dev.belay.cancel.Environment;

/**
 * Makes the drivers of one kind of transport. A {@link dev.belay.channel.Binding} holds one. Any
 * thread; nothing here blocks.
 */
public interface DriverFactory extends AutoCloseable {
    /** A driver for one life of a client's channel. */
    ChannelDriver channel(ChannelSetup setup);

    /** A driver for one life of a listener. */
    ListenerDriver listener(ListenerSetup setup);

    /**
     * A factory for one owner of several channels, such as a proxy: its channels share what can be
     * shared, like a pool of connections. The owner closes it after its channels.
     */
    default DriverFactory sharing(Environment environment) {
        return this;
    }

    /** Ends what the channels of {@link #sharing} share; else nothing. Any thread; never blocks. */
    @Override
    default void close() {}
}
