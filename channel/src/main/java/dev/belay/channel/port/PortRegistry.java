package dev.belay.channel.port;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.TransportOptions;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The ports of one protocol that are open in a process, so that listeners can share them. One
 * address is one port: a listener at {@code localhost} and one at {@code +} do not share, even with
 * the same number.
 *
 * <p>Any thread. Only {@link #open} waits.
 *
 * @param <L> the listeners
 */
public final class PortRegistry<L> {
    private static final Failure UNWANTED =
            Failure.of(ErrorCode.OPERATION_ABORTED, "nobody wants the port any more");

    /** An address to listen at, on some transport. */
    public record Place(Transport transport, String host, int number, TransportOptions options) {}

    private record Key(Transport transport, String host, int number) {}

    /** A port that is open or about to be. */
    private static final class Slot<L> {
        private final Pending<SharedPort<L>> opened;

        /** The place in the map, or null; guarded by the lock of the registry. */
        private @Nullable Key key;

        /** Those who hold the port; guarded by the lock of the registry. */
        private int holders = 1;

        Slot(Pending<SharedPort<L>> opened, @Nullable Key key) {
            this.opened = opened;
            this.key = key;
        }
    }

    /** The place of one listener on its port. */
    public static final class Lease<L> {
        private final PortRegistry<L> registry;
        private final Slot<L> slot;
        private final SharedPort<L> port;
        private final String path;
        private final L listener;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Lease(
                PortRegistry<L> registry,
                Slot<L> slot,
                SharedPort<L> port,
                String path,
                L listener) {
            this.path = path;
            this.registry = registry;
            this.slot = slot;
            this.port = port;
            this.listener = listener;
        }

        /** The port. */
        public SharedPort<L> port() {
            return port;
        }

        /**
         * Gives the place up; the last listener closes the port. Any thread, never blocks; the
         * second call does nothing.
         */
        public void close() {
            if (closed.compareAndSet(false, true)) {
                port.leave(path, listener);
                registry.release(slot);
            }
        }

        /**
         * After {@link #close}: waits until the address is free, if no other listener shares the
         * port; in any case not beyond the deadline.
         */
        public void awaitClosed(Deadline deadline) {
            if (port.isClosed()) {
                port.ended().awaitDone(deadline);
            }
        }
    }

    private final Object lock = new Object();

    /** Guarded by lock. */
    private final Map<Key, Slot<L>> slots = new HashMap<>();

    /** Ports that are closed, but whose addresses are not free yet; guarded by lock. */
    private final Map<Key, Pending<@Nullable Void>> closing = new HashMap<>();

    /** An empty registry. */
    public PortRegistry() {}

    /**
     * Takes a place on a port, which is opened if it is not. Blocks; call on an internal thread.
     * The port is opened on a thread of its own, for others may wait for it too: whoever is called
     * off leaves, and the last one ends the opening.
     *
     * @param place where; number 0 is a free port of one's own
     * @param path which paths lead to the listener, see {@link dev.belay.channel.spi.PathRoutes}
     * @param protocol what is done with connections, if the port is not open yet
     * @param opening the operation on whose behalf it is done; its failure ends the wait
     * @throws BelayException ADDRESS_IN_USE, ADDRESS_NOT_AVAILABLE, or the failure of the operation
     */
    public Lease<L> open(
            Place place,
            String path,
            L listener,
            SharedPort.Protocol<L> protocol,
            Pending<?> opening,
            Environment environment) {
        Key key =
                place.number == 0
                        ? null
                        : new Key(place.transport, canonical(place.host), place.number);
        Slot<L> fresh = new Slot<>(Pending.of(environment.clock(), "port", SharedPort::close), key);
        Slot<L> slot = claim(fresh);
        if (slot == fresh) {
            environment.start("belay-port", () -> listen(place, slot, protocol, environment));
        }
        SharedPort<L> port = await(slot, opening, environment);
        if (!port.join(path, listener)) {
            release(slot);
            throw new BelayException(
                    ErrorCode.ADDRESS_IN_USE, "another listener has the path " + path);
        }
        return new Lease<>(this, slot, port, path, listener);
    }

    private SharedPort<L> await(Slot<L> slot, Pending<?> opening, Environment environment) {
        Pending<@Nullable Void> turn = opening.adopt(Pending.of(environment.clock(), "port"));
        slot.opened.onEnd(() -> turn.complete(null));
        boolean open = false;
        try {
            turn.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
            SharedPort<L> port = slot.opened.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
            open = true;
            return port;
        } finally {
            if (!open) {
                release(slot);
            }
        }
    }

    private Slot<L> claim(Slot<L> fresh) {
        synchronized (lock) {
            Key key = fresh.key;
            Slot<L> known = key == null ? null : slots.get(key);
            if (known != null) {
                known.holders++;
                return known;
            }
            if (key != null) {
                slots.put(key, fresh);
            }
            return fresh;
        }
    }

    private void listen(
            Place place, Slot<L> slot, SharedPort.Protocol<L> protocol, Environment environment) {
        try {
            awaitFree(slot, environment);
            Acceptor acceptor =
                    place.transport.listen(
                            place.host, place.number, place.options, slot.opened, environment);
            if (acceptor.local() instanceof InetSocketAddress local) {
                publish(slot, new Key(place.transport, canonical(place.host), local.getPort()));
            }
            slot.opened.complete(new SharedPort<>(environment, acceptor, protocol));
        } catch (IOException | RuntimeException e) {
            synchronized (lock) {
                forget(slot);
            }
            slot.opened.fail(
                    Failure.of(e, code(e), "no listening at " + place.host + ':' + place.number));
        }
    }

    /** The last one who listened there may be about to leave. */
    private void awaitFree(Slot<L> slot, Environment environment) {
        Pending<@Nullable Void> before;
        synchronized (lock) {
            before = slot.key == null ? null : closing.get(slot.key);
        }
        if (before != null) {
            Pending<@Nullable Void> turn = Pending.of(environment.clock(), "address");
            before.onEnd(() -> turn.complete(null));
            slot.opened.onEnd(() -> turn.complete(null)); // nobody wants it any more
            turn.awaitDone(Deadline.NONE);
        }
    }

    /** The port has its real number now, under which others may share it. */
    private void publish(Slot<L> slot, Key key) {
        synchronized (lock) {
            if (slot.key == null && slot.holders > 0) {
                slot.key = key;
                slots.put(key, slot);
            }
        }
    }

    private void release(Slot<L> slot) {
        boolean last;
        SharedPort<L> port = null;
        Key key;
        synchronized (lock) {
            last = --slot.holders == 0;
            key = slot.key;
            if (last) {
                forget(slot);
                port = portOf(slot);
            }
            if (port != null && key != null) {
                closing.put(key, port.ended());
            }
        }
        if (port != null) {
            if (key != null) {
                Key address = key;
                SharedPort<L> gone = port;
                port.ended().onEnd(() -> freed(address, gone));
            }
            port.close();
        } else if (last && !slot.opened.fail(UNWANTED)) {
            closeUnused(slot);
        }
    }

    /** The port, if it is open; never waits. */
    private static <L> @Nullable SharedPort<L> portOf(Slot<L> slot) {
        boolean open = slot.opened.isDone() && slot.opened.failure() == null;
        return open ? slot.opened.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED) : null;
    }

    /** It was opened just now, and nobody accepts there: its address is free at once. */
    private static <L> void closeUnused(Slot<L> slot) {
        SharedPort<L> port = portOf(slot);
        if (port != null) {
            port.close();
        }
    }

    private void freed(Key key, SharedPort<L> port) {
        synchronized (lock) {
            closing.remove(key, port.ended());
        }
    }

    /** Call under the lock. */
    private void forget(Slot<L> slot) {
        if (slot.key != null) {
            slots.remove(slot.key, slot);
        }
    }

    private static ErrorCode code(Exception thrown) {
        if (thrown instanceof BelayException known) {
            return known.code();
        }
        boolean inUse =
                thrown instanceof BindException
                        && !String.valueOf(thrown.getMessage()).contains("assign");
        return inUse ? ErrorCode.ADDRESS_IN_USE : ErrorCode.ADDRESS_NOT_AVAILABLE;
    }

    private static String canonical(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "localhost" -> "127.0.0.1";
            case "*" -> "+";
            default -> lower;
        };
    }
}
