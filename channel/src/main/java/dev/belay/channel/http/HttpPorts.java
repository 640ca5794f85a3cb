package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.ListenerSetup;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Transport;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import java.io.IOException;
import java.net.BindException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The ports where HTTP listeners listen, so that several listeners share one. A port is bound by
 * the first and given up by the last; its limits are those of the first.
 *
 * <p>Any thread. {@link #join} waits; nothing else does.
 */
final class HttpPorts {
    private record Key(Transport transport, Environment environment, String host, int port) {}

    /** A port that is bound or being bound. */
    private static final class Slot {
        final Pending<HttpPort> ready;

        /** Guarded by lock. */
        int users = 1;

        Slot(Environment environment) {
            ready = Pending.of(environment.clock(), "port");
        }
    }

    /** The place of one listener on a port. */
    static final class Lease {
        private final Key key;
        private final Slot slot;
        private final HttpPort port;

        private Lease(Key key, Slot slot, HttpPort port) {
            this.key = key;
            this.slot = slot;
            this.port = port;
        }

        HttpPort port() {
            return port;
        }
    }

    private final Object lock = new Object();

    /** Guarded by lock. */
    private final Map<Key, Slot> slots = new HashMap<>();

    /**
     * Joins those who listen at an address, binding it if there are none. On an internal thread.
     */
    Lease join(ListenerSetup setup, HttpUrl at) throws IOException {
        Slot own = new Slot(setup.environment());
        Slot shared = null;
        Key key = key(setup, at, at.port());
        if (at.port() != 0) {
            synchronized (lock) {
                shared = slots.putIfAbsent(key, own);
                if (shared != null) {
                    shared.users++;
                }
            }
        }
        return shared == null ? bind(setup, at, key, own) : join(key, shared);
    }

    private Lease join(Key key, Slot slot) {
        return new Lease(key, slot, slot.ready.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED));
    }

    private Lease bind(ListenerSetup setup, HttpUrl at, Key wanted, Slot slot) throws IOException {
        boolean bound = false;
        try {
            HttpPort port = listen(setup, at);
            Key key = key(setup, at, port.number());
            synchronized (lock) {
                slots.put(key, slot);
            }
            slot.ready.complete(port);
            bound = true;
            return new Lease(key, slot, port);
        } finally {
            if (!bound) {
                synchronized (lock) {
                    slots.remove(wanted, slot);
                }
                slot.ready.fail(
                        Failure.of(
                                ErrorCode.ADDRESS_NOT_AVAILABLE,
                                "port " + at.port() + " was not bound"));
            }
        }
    }

    private static Key key(ListenerSetup setup, HttpUrl at, int port) {
        String host = HttpUrl.isWild(at.host()) ? "+" : at.host().toLowerCase(Locale.ROOT);
        return new Key(setup.binding().transport(), setup.environment(), host, port);
    }

    private static HttpPort listen(ListenerSetup setup, HttpUrl at) throws IOException {
        try {
            Acceptor acceptor =
                    setup.binding()
                            .transport()
                            .listen(
                                    at.host(),
                                    at.port(),
                                    setup.options().channels().transport(),
                                    setup.environment());
            return new HttpPort(acceptor, setup.options(), setup.environment());
        } catch (BindException e) {
            String message = e.getMessage();
            boolean taken = message != null && message.contains("in use");
            throw new BelayException(
                    taken ? ErrorCode.ADDRESS_IN_USE : ErrorCode.ADDRESS_NOT_AVAILABLE,
                    "cannot listen at " + at.authority(),
                    e);
        }
    }

    /**
     * Leaves a port; the last one stops it. Never waits.
     *
     * @param abort true to reset idle connections, false to close them
     * @return true if it was the last
     */
    boolean leave(Lease lease, boolean abort) {
        boolean last;
        synchronized (lock) {
            last = --lease.slot.users == 0;
            if (last) {
                // Here, so that whoever binds next finds the port free; it does not block.
                lease.port.stopAccepting();
                slots.remove(lease.key, lease.slot);
            }
        }
        if (last) {
            lease.port.stop(abort);
        }
        return last;
    }
}
