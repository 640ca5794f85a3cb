package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;
import dev.belay.channel.Timeouts;
import dev.belay.channel.transport.Connecting;
import dev.belay.channel.transport.Connection;
import dev.belay.channel.transport.Transport;
import dev.belay.channel.transport.TransportOptions;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Connections that are kept alive between exchanges, by server, newest first, with a limit on how
 * many there are. Shared by the channels of one proxy, or owned by one channel.
 *
 * <p>Any thread. Nothing waits here: whoever asks waits on its own pending operation, and a
 * connection that comes after that has failed goes back. Connecting runs on internal threads.
 */
final class ConnectionPool {
    private static final Duration MAX_IDLE = Duration.ofSeconds(60);

    private final Environment environment;
    private final Object lock = new Object();

    /** Guarded by lock. */
    private final Map<HttpUrl.Origin, Server> servers = new HashMap<>();

    /** Those whose responses nobody wants any more, oldest first; guarded by lock. */
    private final Set<ClientConnection> draining = new LinkedHashSet<>();

    /** Guarded by lock. */
    private @Nullable Failure ended;

    /** Sweeps out idle connections; set while there are any; guarded by lock. */
    private @Nullable Registration sweep;

    ConnectionPool(Environment environment) {
        this.environment = environment;
    }

    /** How a connection is made, and how many there may be. */
    record Dial(
            HttpUrl.Origin origin,
            Transport transport,
            TransportOptions options,
            HttpLimits limits,
            int maxConnections) {}

    /** One who wants a connection. */
    private record Wish(Dial dial, Timeouts limits, Pending<ClientConnection> pending) {}

    private record Idle(ClientConnection connection, Deadline until) {}

    /** The connections to one server; guarded by lock. */
    private static final class Server {
        final Deque<Idle> idle = new ArrayDeque<>();
        final Deque<Wish> wishes = new ArrayDeque<>();

        /** Idle, lent and connecting ones together. */
        int count;
    }

    /** A pending operation for {@link #acquire}: a connection that comes too late goes back. */
    Pending<ClientConnection> newWish() {
        return Pending.of(environment.clock(), "connection", this::release);
    }

    /**
     * Completes the wish with an idle connection, or connects, or queues it when there are too
     * many.
     *
     * @param limits those of connecting; waiting for others has none here
     */
    void acquire(Dial dial, Timeouts limits, Pending<ClientConnection> wish) {
        while (true) {
            ClientConnection idle;
            synchronized (lock) {
                if (ended != null) {
                    break;
                }
                Server server = servers.computeIfAbsent(dial.origin(), _ -> new Server());
                Idle first = server.idle.pollFirst();
                idle = first == null ? null : first.connection();
                if (idle == null && server.count >= dial.maxConnections()) {
                    server.wishes.addLast(new Wish(dial, limits, wish));
                    return;
                }
                if (idle == null) {
                    server.count++;
                }
            }
            if (idle == null) {
                connect(new Wish(dial, limits, wish));
                return;
            }
            if (idle.isFresh()) {
                wish.complete(idle);
                return;
            }
            discard(idle);
        }
        wish.fail(failure());
    }

    private void connect(Wish wish) {
        environment.run("belay http connect", wish.pending(), () -> dial(wish));
    }

    /** On an internal thread; the place of the connection is counted already. */
    private ClientConnection dial(Wish wish) {
        Dial dial = wish.dial();
        HttpUrl.Origin origin = dial.origin();
        Timeouts limits = wish.limits();
        boolean connected = false;
        try {
            Connection connection =
                    dial.transport()
                            .connect(
                                    origin.host(),
                                    origin.port(),
                                    dial.options(),
                                    new Connecting(
                                            wish.pending(),
                                            limits.resolve(),
                                            limits.connect(),
                                            environment));
            connected = true;
            return new ClientConnection(origin, connection, dial.limits());
        } finally {
            if (!connected) {
                gone(origin);
            }
        }
    }

    /** Takes back a connection whose exchange has ended in order. */
    void release(ClientConnection connection) {
        connection.markReused();
        boolean kept = false;
        while (!kept) {
            Wish next;
            synchronized (lock) {
                draining.remove(connection);
                Server server = servers.get(connection.origin());
                if (ended != null || server == null || !connection.connection().isOpen()) {
                    break;
                }
                next = server.wishes.pollFirst();
                if (next == null) {
                    server.idle.addFirst(new Idle(connection, idleLimit()));
                    scheduleSweep();
                }
            }
            kept = next == null || next.pending().offer(connection);
        }
        if (!kept) {
            connection.close();
            gone(connection.origin());
        }
    }

    /** Takes back the place of a connection that cannot be used again, and closes it. */
    void discard(ClientConnection connection) {
        synchronized (lock) {
            draining.remove(connection);
        }
        connection.close();
        gone(connection.origin());
    }

    /** One connection fewer: the next who waits may connect. */
    private void gone(HttpUrl.Origin origin) {
        Wish next = null;
        synchronized (lock) {
            Server server = servers.get(origin);
            if (server == null) {
                return;
            }
            server.count--;
            while (ended == null && next == null && !server.wishes.isEmpty()) {
                Wish first = server.wishes.removeFirst();
                if (!first.pending().isDone()) {
                    next = first;
                    server.count++;
                }
            }
            if (server.count == 0) {
                servers.remove(origin);
            }
        }
        if (next != null) {
            connect(next);
        }
    }

    /**
     * The response on this connection is read only to be dropped; over the limit the oldest ends.
     */
    void drains(ClientConnection connection, int most) {
        ClientConnection victim = null;
        synchronized (lock) {
            draining.add(connection);
            if (ended != null) {
                victim = connection;
            } else if (draining.size() > most) {
                victim = draining.iterator().next();
            }
        }
        if (victim != null) {
            victim.abort();
        }
    }

    private Deadline idleLimit() {
        return Deadline.after(MAX_IDLE, environment.clock(), "idle connection");
    }

    /** Called under lock. */
    private void scheduleSweep() {
        if (sweep == null) {
            sweep = environment.schedule(idleLimit(), this::sweep);
        }
    }

    private void sweep() {
        List<ClientConnection> old = new ArrayList<>();
        synchronized (lock) {
            sweep = null;
            boolean more = false;
            for (Server server : servers.values()) {
                Idle last = server.idle.peekLast();
                while (last != null && last.until().hasPassed()) {
                    old.add(last.connection());
                    server.idle.removeLast();
                    last = server.idle.peekLast();
                }
                more |= last != null;
            }
            if (more) {
                scheduleSweep();
            }
        }
        old.forEach(this::discard);
    }

    /**
     * Closes the idle connections and refuses from now on; connections that are lent end when they
     * come back.
     */
    void close() {
        end(Failure.of(ErrorCode.OPERATION_ABORTED, "the connection pool is closed"));
    }

    private void end(Failure why) {
        List<ClientConnection> idle = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        List<ClientConnection> unwanted;
        synchronized (lock) {
            if (ended != null) {
                return;
            }
            ended = why;
            for (Server server : servers.values()) {
                server.idle.forEach(i -> idle.add(i.connection()));
                wishes.addAll(server.wishes);
            }
            servers.clear();
            unwanted = List.copyOf(draining);
            if (sweep != null) {
                sweep.close();
                sweep = null;
            }
        }
        idle.forEach(ClientConnection::close);
        unwanted.forEach(ClientConnection::abort);
        wishes.forEach(wish -> wish.pending().fail(why));
    }

    private Failure failure() {
        synchronized (lock) {
            return ended == null
                    ? Failure.of(ErrorCode.OPERATION_ABORTED, "the connection pool is closed")
                    : ended;
        }
    }
}
