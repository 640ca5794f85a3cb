package dev.belay.channel.http;

import dev.belay.cancel.Environment;
import dev.belay.channel.port.PortRegistry;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.channel.spi.ChannelSetup;
import dev.belay.channel.spi.DriverFactory;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.channel.spi.ListenerSetup;

import org.jspecify.annotations.Nullable;

/** Makes the drivers of SOAP over HTTP. Any thread; nothing waits. */
public final class HttpDrivers implements DriverFactory {
    private static final HttpDrivers PROCESS = new HttpDrivers(new PortRegistry<>(), null);

    private final PortRegistry<HttpRoute> ports;
    private final @Nullable ConnectionPool pool;

    private HttpDrivers(PortRegistry<HttpRoute> ports, @Nullable ConnectionPool pool) {
        this.ports = ports;
        this.pool = pool;
    }

    /**
     * Those whose listeners share ports with all others of this process; each channel has its own
     * connections.
     */
    public static HttpDrivers ofProcess() {
        return PROCESS;
    }

    /** Those whose listeners share ports among themselves only. */
    public static HttpDrivers separate() {
        return new HttpDrivers(new PortRegistry<>(), null);
    }

    @Override
    public DriverFactory sharing(Environment environment) {
        return new HttpDrivers(ports, new ConnectionPool(environment));
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public ChannelDriver channel(ChannelSetup setup) {
        return pool == null
                ? new HttpRequestChannel(setup, new ConnectionPool(setup.environment()), true)
                : new HttpRequestChannel(setup, pool, false);
    }

    @Override
    public ListenerDriver listener(ListenerSetup setup) {
        return new HttpListener(setup, ports);
    }
}
