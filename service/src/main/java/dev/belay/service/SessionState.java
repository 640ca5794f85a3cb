package dev.belay.service;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a service keeps for one accepted channel: for a session as long as the session lasts,
 * otherwise for the one exchange (WWSAPI, WS_SERVICE_CHANNEL_USER_STATE). Free for use by any
 * number of threads.
 *
 * <p>Values that are {@link AutoCloseable} are closed once, in no particular order, when the
 * channel is over: its last operation, the cancel callbacks of all of them and the close callback
 * have returned.
 */
public final class SessionState {
    private static final System.Logger LOG = System.getLogger(SessionState.class.getName());

    private final Object lock = new Object();

    // Guarded by lock.
    private final Map<SessionKey<?>, Object> values = new HashMap<>(4);
    private boolean over;

    SessionState() {}

    /** The value, or null when there is none. */
    @SuppressWarnings("unchecked") // put and compute store values of the key's type only
    public <T> @Nullable T get(SessionKey<T> key) {
        synchronized (lock) {
            return (T) values.get(key);
        }
    }

    /**
     * Stores a value, and gives back the one that it replaces.
     *
     * @throws IllegalStateException when the session is over
     */
    @SuppressWarnings("unchecked") // put stores values of the key's type only
    public <T> @Nullable T put(SessionKey<T> key, T value) {
        synchronized (lock) {
            checkNotOver();
            return (T) values.put(key, value);
        }
    }

    /**
     * The value; made and stored when there is none. Two threads may both make one, of which one is
     * stored and given to both.
     *
     * @throws IllegalStateException when the session is over
     */
    public <T> T getOrPut(SessionKey<T> key, Supplier<? extends T> maker) {
        T present = get(key);
        if (present != null) {
            return present;
        }
        T made = maker.get();
        synchronized (lock) {
            checkNotOver();
            @SuppressWarnings("unchecked") // put stores values of the key's type only
            T other = (T) values.putIfAbsent(key, made);
            return other == null ? made : other;
        }
    }

    /** Takes a value out; it is not closed then. */
    @SuppressWarnings("unchecked") // put stores values of the key's type only
    public <T> @Nullable T remove(SessionKey<T> key) {
        synchronized (lock) {
            return (T) values.remove(key);
        }
    }

    private void checkNotOver() {
        if (over) {
            throw new IllegalStateException("the session is over");
        }
    }

    /**
     * Ends the state and closes what can be closed; a failure of one does not keep the others open.
     */
    void close() {
        Object[] left;
        synchronized (lock) {
            over = true;
            left = values.values().toArray();
            values.clear();
        }
        for (Object value : left) {
            if (value instanceof AutoCloseable closeable) {
                close(closeable, "value of a session's state");
            }
        }
    }

    /** Closes something of the application's; that it fails is logged. */
    static void close(AutoCloseable closeable, String what) {
        try {
            closeable.close();
        } catch (Exception | Error e) {
            LOG.log(Level.WARNING, "closing a " + what + " failed", e);
        }
    }
}
