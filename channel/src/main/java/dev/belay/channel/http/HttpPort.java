package dev.belay.channel.http;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.spi.PathRoutes;
import dev.belay.channel.transport.Acceptor;
import dev.belay.channel.transport.Connection;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One port where HTTP listeners listen: accepts connections, runs a thread for each, and keeps
 * their number within a limit.
 *
 * <p>Any thread. Only {@link #awaitStopped} waits.
 */
final class HttpPort {
    private static final System.Logger LOG = System.getLogger(HttpPort.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Acceptor acceptor;
    private final ListenerOptions options;
    private final Environment environment;
    private final PathRoutes<HttpRoute> routes = new PathRoutes<>();
    private final Pending<@Nullable Void> stopped;
    private final Object lock = new Object();

    /** Oldest first; guarded by lock. */
    private final Set<ServerConnection> connections = new LinkedHashSet<>();

    /** Completed when a connection ends, while accepting pauses; guarded by lock. */
    private @Nullable Pending<@Nullable Void> room;

    /** Guarded by lock. */
    private boolean started;

    /** Written under lock. */
    private volatile boolean stopping;

    /** Guarded by lock. */
    private long lastId;

    HttpPort(Acceptor acceptor, ListenerOptions options, Environment environment) {
        this.acceptor = acceptor;
        this.options = options;
        this.environment = environment;
        this.stopped = newPending("end of accepting");
    }

    private Pending<@Nullable Void> newPending(String name) {
        return Pending.of(environment.clock(), name);
    }

    ListenerOptions options() {
        return options;
    }

    Environment environment() {
        return environment;
    }

    Clock clock() {
        return environment.clock();
    }

    PathRoutes<HttpRoute> routes() {
        return routes;
    }

    /** The real number. */
    int number() {
        return acceptor.local() instanceof InetSocketAddress address ? address.getPort() : 0;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Starts to accept if that has not begun. */
    void start() {
        synchronized (lock) {
            if (started || stopping) {
                return;
            }
            started = true;
        }
        environment.start("belay http accept", this::acceptAll);
    }

    private void acceptAll() {
        try {
            while (!stopping) {
                acceptOne();
            }
        } finally {
            stopped.complete(null);
        }
    }

    private void acceptOne() {
        awaitRoom();
        Connection accepted;
        try {
            accepted = acceptor.accept();
        } catch (IOException e) {
            if (!stopping) {
                // One connection failed, or descriptors have run out: go on when there may be some
                // again.
                LOG.log(System.Logger.Level.WARNING, "accepting a connection failed", e);
                newPending("pause").awaitDone(Deadline.after(PAUSE, environment.clock(), "pause"));
            }
            return;
        }
        ServerConnection connection = new ServerConnection(this, accepted, nextId());
        boolean refused;
        synchronized (lock) {
            refused = stopping;
            if (!refused) {
                connections.add(connection);
            }
        }
        if (refused) {
            accepted.abort();
        } else {
            environment.start("belay http " + connection.id(), connection::run);
        }
    }

    private long nextId() {
        synchronized (lock) {
            return ++lastId;
        }
    }

    /** Over the limit, ends the connection that is idle longest, or waits until one ends. */
    private void awaitRoom() {
        while (!stopping) {
            Pending<@Nullable Void> waiting;
            ServerConnection victim;
            synchronized (lock) {
                if (connections.size() < options.maxConnections()) {
                    return;
                }
                victim = idleLongest();
                waiting = newPending("room for a connection");
                room = waiting;
            }
            if (victim != null) {
                victim.endIfIdle(false);
            }
            waiting.awaitDone(Deadline.NONE);
        }
    }

    /** Called under lock. */
    private @Nullable ServerConnection idleLongest() {
        ServerConnection longest = null;
        for (ServerConnection each : connections) {
            if (each.isIdle() && (longest == null || each.idleSince() < longest.idleSince())) {
                longest = each;
            }
        }
        return longest;
    }

    /** A connection has ended. */
    void ended(ServerConnection connection) {
        Pending<@Nullable Void> waiting;
        synchronized (lock) {
            connections.remove(connection);
            waiting = room;
            room = null;
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** A connection has become idle while others may wait for room. */
    void idled(ServerConnection connection) {
        boolean wanted;
        synchronized (lock) {
            wanted = room != null;
        }
        if (wanted) {
            connection.endIfIdle(false);
        }
    }

    /** Gives the address up; does not block. */
    void stopAccepting() {
        synchronized (lock) {
            stopping = true;
        }
        acceptor.close();
    }

    /** Ends idle connections; others end after the exchange that runs on them. Never waits. */
    void stop(boolean abort) {
        List<ServerConnection> all;
        Pending<@Nullable Void> waiting;
        boolean never;
        synchronized (lock) {
            all = new ArrayList<>(connections);
            waiting = room;
            room = null;
            never = !started;
        }
        for (ServerConnection each : all) {
            each.endIfIdle(abort);
        }
        if (waiting != null) {
            waiting.complete(null);
        }
        if (never) {
            stopped.complete(null);
        }
    }

    /** Waits until accepting has ended. */
    void awaitStopped(Deadline deadline) {
        stopped.awaitDone(deadline);
    }
}
