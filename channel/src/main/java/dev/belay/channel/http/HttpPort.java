package dev.belay.channel.http;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.channel.ListenerOptions;
import dev.belay.channel.port.SharedPort;
import dev.belay.channel.spi.AcceptSink;
import dev.belay.channel.transport.Connection;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * HTTP on one port: runs a thread for each connection, and keeps their number within a limit. Its
 * limits are those of the listener that opened the port.
 *
 * <p>Any thread. Only the accepting thread waits, in {@link #accepted}, while there are too many.
 */
final class HttpPort implements SharedPort.Protocol<HttpRoute> {
    private final ListenerOptions options;
    private final Environment environment;
    private final Object lock = new Object();

    /** Oldest first; guarded by lock. */
    private final Set<ServerConnection> connections = new LinkedHashSet<>();

    /** Completed when a connection ends, while accepting pauses; guarded by lock. */
    private @Nullable Pending<@Nullable Void> room;

    /** Written under lock. */
    private volatile boolean stopping;

    /** Guarded by lock. */
    private long lastId;

    HttpPort(ListenerOptions options, Environment environment) {
        this.options = options;
        this.environment = environment;
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

    /** True once the last listener has gone. */
    boolean isStopping() {
        return stopping;
    }

    @Override
    public void accepted(Connection accepted, SharedPort<HttpRoute> port) {
        awaitRoom();
        ServerConnection connection;
        synchronized (lock) {
            connection = stopping ? null : new ServerConnection(this, port, accepted, ++lastId);
            if (connection != null) {
                connections.add(connection);
            }
        }
        if (connection == null) {
            accepted.abort();
        } else {
            environment.start("belay http " + connection.id(), connection::run);
        }
    }

    /** Over the limit, ends the connection that is idle longest, or waits until one ends. */
    private void awaitRoom() {
        while (true) {
            Pending<@Nullable Void> waiting;
            ServerConnection victim;
            synchronized (lock) {
                if (stopping || connections.size() < options.maxConnections()) {
                    return;
                }
                victim = idleLongest();
                waiting = Pending.of(environment.clock(), "room for a connection");
                room = waiting;
            }
            if (victim != null) {
                victim.endIfIdle();
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
            connection.endIfIdle();
        }
    }

    /** Ends idle connections; others end after the exchange that runs on them. */
    @Override
    public void closed() {
        List<ServerConnection> all;
        Pending<@Nullable Void> waiting;
        synchronized (lock) {
            stopping = true;
            all = new ArrayList<>(connections);
            waiting = room;
            room = null;
        }
        for (ServerConnection each : all) {
            each.endIfIdle();
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    @Override
    public void failed(Throwable cause, List<HttpRoute> listeners) {
        for (HttpRoute each : listeners) {
            AcceptSink sink = each.sink();
            if (sink != null) {
                sink.failed(cause);
            }
        }
    }
}
