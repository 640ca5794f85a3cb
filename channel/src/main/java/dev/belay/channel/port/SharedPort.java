package dev.belay.channel.port;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.PathRoutes;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Connection;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A listening port with the listeners that share it. Connections are accepted from the first start
 * of a listener on, until the last has gone.
 *
 * @param <L> the listeners
 */
public final class SharedPort<L> {
    /** What a protocol does with the connections of a port. */
    public interface Protocol<L> {
        /**
         * Takes a connection over; runs on the accepting thread, so it only hands it to a thread of
         * its own.
         */
        void accepted(Connection connection, SharedPort<L> port);

        /**
         * The last listener has gone: connections that belong to none of them end now. Any thread;
         * must not block.
         */
        void closed();

        /** Nothing can be accepted any more, though listeners are there. */
        void failed(Throwable cause, List<L> listeners);
    }

    private static final Duration BREATH = Duration.ofMillis(50);

    private final Environment environment;
    private final Acceptor acceptor;
    private final Protocol<L> protocol;
    private final PathRoutes<L> routes = new PathRoutes<>();
    private final List<L> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Pending<@Nullable Void> closed;

    /** Completed once nobody is in accept any more: until then the system keeps the address. */
    private final Pending<@Nullable Void> ended;

    SharedPort(Environment environment, Acceptor acceptor, Protocol<L> protocol) {
        this.environment = environment;
        this.acceptor = acceptor;
        this.protocol = protocol;
        this.closed = Pending.of(environment.clock(), "end of the port");
        this.ended = Pending.of(environment.clock(), "end of accepting");
    }

    /** The listener with the longest leading part of a path, or null. */
    public @Nullable L find(String path) {
        return routes.find(path);
    }

    /** The listeners that share this port now. */
    public List<L> listeners() {
        return List.copyOf(listeners);
    }

    /** Where it listens, with the real port. */
    public SocketAddress local() {
        return acceptor.local();
    }

    /** Starts to accept, unless another listener did. Never blocks. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            environment.start("belay-accept", this::run);
        }
    }

    /** Gives a path to a listener; false if another one has it. */
    boolean join(String path, L listener) {
        boolean added = routes.add(path, listener);
        if (added) {
            listeners.add(listener);
        }
        return added;
    }

    void leave(String path, L listener) {
        routes.remove(path, listener);
        listeners.remove(listener);
    }

    void close() {
        closed.complete(null);
        acceptor.close();
        protocol.closed();
        if (started.compareAndSet(false, true)) {
            ended.complete(null); // nobody ever accepted
        }
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** Completed once the address is free again, soon after the close. */
    Pending<@Nullable Void> ended() {
        return ended;
    }

    private void run() {
        try {
            acceptAll();
        } finally {
            ended.complete(null);
        }
    }

    private void acceptAll() {
        while (!closed.isDone()) {
            try {
                protocol.accepted(acceptor.accept(), this);
            } catch (ClosedChannelException e) {
                if (!closed.isDone()) {
                    protocol.failed(e, listeners());
                }
                return;
            } catch (IOException e) {
                // This one connection failed, or the process is out of descriptors: others may fare
                // better in a while.
                closed.awaitDone(Deadline.after(BREATH, environment.clock(), "accept"));
            }
        }
    }
}
