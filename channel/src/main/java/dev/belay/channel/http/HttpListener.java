package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.spi.ListenerDriver;
import dev.belay.channel.spi.ListenerSetup;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Listens for SOAP over HTTP at one path of a port, which listeners at other paths may share. */
final class HttpListener implements ListenerDriver {
    /** The place on a port; whoever takes it out leaves the port. */
    private record Place(HttpPorts.Lease lease, HttpRoute route) {}

    private final ListenerSetup setup;
    private final HttpPorts ports;
    private final AtomicReference<@Nullable Place> place = new AtomicReference<>();
    private volatile boolean ended;

    HttpListener(ListenerSetup setup, HttpPorts ports) {
        this.setup = setup;
        this.ports = ports;
    }

    @Override
    public String open(String url, Pending<?> opening, Deadline deadline) throws IOException {
        HttpUrl at = HttpUrl.ofListener(url);
        HttpCodec codec =
                new HttpCodec(setup.binding(), setup.options().channels().maxBufferedMessageSize());
        HttpRoute route = new HttpRoute(at.path(), codec, setup.options());
        HttpPorts.Lease lease = ports.join(setup, at);
        HttpPort port = lease.port();
        if (!port.routes().add(at.path(), route)) {
            ports.leave(lease, true);
            throw new BelayException(
                    ErrorCode.ADDRESS_IN_USE,
                    "a listener at path " + at.path() + " exists already on port " + port.number());
        }
        place.set(new Place(lease, route));
        if (ended) {
            leave(true);
        }
        return "http://" + authority(at, port.number()) + at.path();
    }

    private static String authority(HttpUrl at, int port) {
        String host = HttpUrl.isWild(at.host()) ? at.host() : bracketed(at.host());
        return host + ':' + port;
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
        HttpPort port = leave(false);
        if (port != null) {
            port.awaitStopped(deadline);
        }
    }

    @Override
    public void abort() {
        ended = true;
        leave(true);
    }

    private @Nullable HttpPort leave(boolean abort) {
        Place mine = place.getAndSet(null);
        if (mine == null) {
            return null;
        }
        mine.route().stop();
        HttpPort port = mine.lease().port();
        port.routes().remove(mine.route().path(), mine.route());
        return ports.leave(mine.lease(), abort) ? port : null;
    }
}
