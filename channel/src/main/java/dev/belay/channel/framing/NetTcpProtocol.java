package dev.belay.channel.framing;

import dev.belay.cancel.Environment;
import dev.belay.channel.port.SharedPort;
import dev.belay.channel.transport.Connection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one port that are in no session: in their preamble, waiting to be accepted, or
 * idle between two sessions. Their number is bounded: peers that open connections and say nothing
 * push out each other, and not those who come with a preamble.
 */
final class NetTcpProtocol implements SharedPort.Protocol<FramingListener> {
    /** Connections in a preamble or idle; one more ends the oldest. */
    private static final int MOST_SILENT = 1000;

    /**
     * Sessions that wait for room in their listener; one more is told that the server is too busy.
     */
    private static final int MOST_WAITING = 100;

    private final Environment environment;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Object lock = new Object();

    /** Oldest first; guarded by lock. */
    private final Set<ServedConnection> silent = new LinkedHashSet<>();

    /** Guarded by lock. */
    private boolean closed;

    NetTcpProtocol(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void accepted(Connection connection, SharedPort<FramingListener> port) {
        ServedConnection served = new ServedConnection(environment, connection, port, this);
        enter(served);
        served.start();
    }

    /** Counts a connection that is in no session; no-op if it is counted. */
    void enter(ServedConnection served) {
        ServedConnection superfluous = null;
        synchronized (lock) {
            if (closed) {
                superfluous = served;
            } else if (silent.add(served) && silent.size() > MOST_SILENT) {
                Iterator<ServedConnection> oldest = silent.iterator();
                superfluous = oldest.next();
                oldest.remove();
            }
        }
        if (superfluous != null) {
            superfluous.connection().abort();
        }
    }

    /** The connection carries a session now, or has ended. */
    void leave(ServedConnection served) {
        synchronized (lock) {
            silent.remove(served);
        }
    }

    /** Whether one more session may wait for room in its listener. */
    boolean tryWait() {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        return true;
    }

    void waited() {
        waiting.decrementAndGet();
    }

    @Override
    public void closed() {
        List<ServedConnection> left;
        synchronized (lock) {
            closed = true;
            left = new ArrayList<>(silent);
            silent.clear();
        }
        for (ServedConnection served : left) {
            served.connection().close();
        }
    }

    @Override
    public void failed(Throwable cause, List<FramingListener> listeners) {
        for (FramingListener listener : listeners) {
            listener.failed(cause);
        }
    }
}
