package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.port.PortRegistry;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.channel.spi.ListenerSetup;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;

/** Listens for SOAP over HTTP at one path of a port, which listeners at other paths may share. */
final class HttpListener implements ListenerDriver {
    /** The place on a port; whoever takes it out gives it up. */
    private record Place(PortRegistry.Lease<HttpRoute> lease, HttpRoute route) {}

    private final ListenerSetup setup;
    private final PortRegistry<HttpRoute> ports;
    private final AtomicReference<@Nullable Place> place = new AtomicReference<>();
    private volatile boolean ended;

    HttpListener(ListenerSetup setup, PortRegistry<HttpRoute> ports) {
        this.setup = setup;
        this.ports = ports;
    }

    @Override
    public String open(String url, Pending<?> opening, Deadline deadline) {
        HttpUrl at = HttpUrl.ofListener(url);
        HttpCodec codec =
                new HttpCodec(setup.binding(), setup.options().channels().maxBufferedMessageSize());
        HttpRoute route = new HttpRoute(at.path(), codec, setup.options());
        PortRegistry.Lease<HttpRoute> lease =
                ports.open(
                        new PortRegistry.Place(
                                setup.binding().transport(),
                                at.host(),
                                at.port(),
                                setup.options().channels().transport()),
                        at.path(),
                        route,
                        new HttpPort(setup.options(), setup.environment()),
                        opening,
                        setup.environment());
        place.set(new Place(lease, route));
        if (ended) {
            leave();
        }
        int port =
                lease.port().local() instanceof InetSocketAddress local
                        ? local.getPort()
                        : at.port();
        return "http://" + bracketed(at.host()) + ':' + port + at.path();
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? '[' + host + ']' : host;
    }

    @Override
    public void start(AcceptSink sink) {
        Place mine = place.get();
        if (mine != null) {
            mine.route().start(sink);
            mine.lease().port().start();
        }
    }

    @Override
    public void close(Deadline deadline) {
        Place mine = place.get();
        leave();
        if (mine != null) {
            mine.lease().awaitClosed(deadline);
        }
    }

    @Override
    public void abort() {
        ended = true;
        leave();
    }

    private void leave() {
        Place mine = place.getAndSet(null);
        if (mine != null) {
            mine.route().stop();
            mine.lease().close();
        }
    }
}
