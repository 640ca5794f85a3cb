package dev.belay.channel.framing;

import dev.belay.channel.port.PortRegistry;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ChannelSetup;
import dev.belay.channel.spi.DriverFactory;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.channel.spi.ListenerSetup;

/** Makes the drivers of net.tcp. */
public final class FramingDrivers implements DriverFactory {
    private final PortRegistry<FramingListener> ports = new PortRegistry<>();

    private FramingDrivers() {}

    private static final class OfProcess {
        private static final FramingDrivers DRIVERS = new FramingDrivers();
    }

    /** Drivers whose listeners share ports with all others of this process. */
    public static FramingDrivers ofProcess() {
        return OfProcess.DRIVERS;
    }

    /** Drivers whose listeners share ports among themselves only. */
    public static FramingDrivers separate() {
        return new FramingDrivers();
    }

    @Override
    public ChannelDriver channel(ChannelSetup setup) {
        return new FramingClient(setup);
    }

    @Override
    public ListenerDriver listener(ListenerSetup setup) {
        return new FramingListener(setup, ports);
    }
}
