package dev.belay.channel.framing;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.port.PortRegistry;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.channel.spi.ListenerSetup;
import dev.belay.channel.transport.Connection;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;

/**
 * Listens for duplex sessions over net.tcp at one path of a port, which other listeners may share.
 */
final class FramingListener implements ListenerDriver, PreambleTarget {
    private final ListenerSetup setup;
    private final SessionEncoding encoding;
    private final PortRegistry<FramingListener> ports;
    private volatile PortRegistry.@Nullable Lease<FramingListener> lease;
    private volatile @Nullable AcceptSink sink;
    private volatile boolean ended;

    FramingListener(ListenerSetup setup, PortRegistry<FramingListener> ports) {
        this.setup = setup;
        this.ports = ports;
        this.encoding = SessionEncoding.of(setup.binding());
    }

    @Override
    public String open(String url, Pending<?> opening, Deadline deadline) {
        NetTcpUrl place = NetTcpUrl.parse(url);
        PortRegistry.Lease<FramingListener> taken =
                ports.open(
                        new PortRegistry.Place(
                                setup.binding().transport(),
                                place.host(),
                                place.port(),
                                channelOptions().transport()),
                        place.path(),
                        this,
                        new NetTcpProtocol(setup.environment()),
                        opening,
                        setup.environment());
        lease = taken;
        opening.onFailure(taken::close);
        if (ended) {
            taken.close();
        }
        int port =
                taken.port().local() instanceof InetSocketAddress real
                        ? real.getPort()
                        : place.port();
        return place.at(port);
    }

    @Override
    public void start(AcceptSink accepting) {
        sink = accepting;
        Objects.requireNonNull(lease, "lease").port().start();
    }

    boolean isStarted() {
        return sink != null;
    }

    @Override
    public boolean speaks(FramingEncoding other) {
        return encoding.onWire().isSameAs(other);
    }

    @Nullable Duration connectTimeout() {
        return setup.options().connectTimeout();
    }

    @Nullable Duration idleTimeout() {
        return setup.options().idleTimeout();
    }

    private ChannelOptions channelOptions() {
        return setup.options().channels();
    }

    /**
     * The driver of the session that a preamble asks for; its ack is queued, its writer not
     * started.
     */
    ServedDriver driver(
            ServedConnection served, Preamble<FramingListener> preamble, ByteBuffer buffer) {
        ChannelOptions options = channelOptions();
        Connection connection = served.connection();
        ServedDriver driver =
                new ServedDriver(
                        served,
                        preamble.via(),
                        setup.binding().version().addressing(),
                        setup.environment(),
                        options);
        driver.adopt(connection);
        FramingQuotas quotas = FramingQuotas.DEFAULT.message(options.maxBufferedMessageSize());
        SessionCodec codec = encoding.codec(options);
        driver.begin(RecordDecoder.ofSession(quotas), buffer, codec, preamble.via())
                .writer()
                .submit(RecordEncoder.signal(RecordType.PREAMBLE_ACK), null);
        return driver;
    }

    /** Hands a session over, waiting for room; false if nobody will have it. */
    boolean accept(ServedDriver driver) {
        AcceptSink accepting = sink;
        return accepting != null && !ended && accepting.accepted(driver);
    }

    void failed(Throwable cause) {
        AcceptSink accepting = sink;
        if (accepting != null) {
            accepting.failed(cause);
        }
    }

    @Override
    public void close(Deadline deadline) {
        abort();
        PortRegistry.Lease<FramingListener> given = lease;
        if (given != null) {
            given.awaitClosed(deadline);
        }
    }

    @Override
    public void abort() {
        ended = true;
        PortRegistry.Lease<FramingListener> taken = lease;
        if (taken != null) {
            taken.close();
        }
    }
}
