package dev.belay.channel.http;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Pending;
import dev.belay.channel.spi.DriverHost;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;

/**
 * One request and its answer on a server's connection. The connection's thread reads the request,
 * hands it over and watches the peer; the thread that answers writes; anybody may call it off.
 * Whatever comes first counts.
 *
 * <p>OFFERED (nobody has it yet) → OPEN → ANSWERING → ANSWERED, or from any of them DEAD; an
 * exchange that nobody took is REFUSED.
 */
final class HttpExchange {
    private enum State {
        /** Waits for an accept. */
        OFFERED,
        /** A channel has it. */
        OPEN,
        /** The answer is being written. */
        ANSWERING,
        /** The answer is written; the connection may carry the next request. */
        ANSWERED,
        /** Nobody took it; the connection's thread answers. */
        REFUSED,
        /** The connection is broken or was reset. */
        DEAD
    }

    private final ServerConnection connection;
    private final Pending<@Nullable Void> end;
    private final Object lock = new Object();

    /** Guarded by lock. */
    private State state = State.OFFERED;

    /** Guarded by lock. */
    private @Nullable DriverHost host;

    /** True once the connection's thread is in read, so that it cannot answer; guarded by lock. */
    private boolean watched;

    /** Why the peer is gone; guarded by lock. */
    private @Nullable IOException gone;

    /** True if the connection broke, so that not even an answer can be tried; guarded by lock. */
    private boolean broken;

    HttpExchange(ServerConnection connection, Clock clock) {
        this.connection = connection;
        this.end = Pending.of(clock, "answer");
    }

    /** A channel has taken it. Tells the channel at once if the peer is gone already. */
    void attach(DriverHost channel) {
        IOException known;
        boolean dead;
        synchronized (lock) {
            if (state == State.OFFERED) {
                state = State.OPEN;
            }
            host = channel;
            known = gone;
            dead = broken;
        }
        tell(channel, known, dead);
    }

    /**
     * The connection has ended: in order, by an {@link EOFException}, and then the peer counts as
     * gone, though an answer is tried; or broken.
     */
    void peerEnded(IOException end) {
        boolean dead = !(end instanceof EOFException);
        gone(end, dead);
        if (dead) {
            die();
        }
    }

    private void gone(IOException cause, boolean dead) {
        DriverHost channel;
        synchronized (lock) {
            if (state == State.ANSWERED || state == State.DEAD) {
                return;
            }
            gone = cause;
            broken = dead;
            channel = host;
        }
        if (channel != null) {
            tell(channel, cause, dead);
        }
    }

    private static void tell(DriverHost channel, @Nullable IOException cause, boolean dead) {
        if (cause != null && dead) {
            channel.failed(cause);
        } else if (cause != null) {
            channel.peerGone(cause);
        }
    }

    /**
     * Writes the answer, blocking in the connection.
     *
     * @param owner its end ends the connection while the answer is being written; null for nobody
     * @throws IOException the connection is broken
     * @throws IllegalStateException it is answered already
     */
    void answer(ServerAnswer answer, @Nullable Pending<?> owner) throws IOException {
        synchronized (lock) {
            if (state == State.REFUSED || state == State.DEAD) {
                throw gone == null ? new IOException("the connection was reset") : again(gone);
            }
            if (state == State.ANSWERING || state == State.ANSWERED) {
                throw new IllegalStateException("the request has been answered already");
            }
            state = State.ANSWERING;
        }
        if (owner != null) {
            owner.onFailure(this::die);
        }
        boolean written = false;
        try {
            connection.write(answer);
            written = true;
        } finally {
            if (!written) {
                die();
            }
        }
        synchronized (lock) {
            if (state != State.ANSWERING) {
                throw new IOException("the connection was reset while the answer was written");
            }
            state = State.ANSWERED;
        }
        connection.answered();
        end.complete(null);
    }

    private static IOException again(IOException first) {
        return new IOException("the peer is gone", first);
    }

    /**
     * Answers without a reply if nobody has answered: the peer knows that its message was taken.
     */
    void accept() throws IOException {
        boolean unanswered;
        synchronized (lock) {
            unanswered = state == State.OPEN || state == State.OFFERED;
        }
        if (unanswered) {
            answer(ServerAnswer.empty(202), null);
        }
    }

    /** Ends it at once: the connection is reset unless it is answered. Never blocks. */
    void abort() {
        boolean refused = false;
        synchronized (lock) {
            if (state == State.OFFERED && !watched) {
                state = State.REFUSED;
                refused = true;
            }
        }
        if (refused) {
            end.complete(null);
        } else {
            die();
        }
    }

    private void die() {
        synchronized (lock) {
            if (state == State.ANSWERED || state == State.DEAD || state == State.REFUSED) {
                return;
            }
            state = State.DEAD;
        }
        connection.reset();
        end.complete(null);
    }

    /** The connection's thread goes into read; false if it is over already. */
    boolean beginWatch() {
        synchronized (lock) {
            watched = true;
        }
        return !end.isDone();
    }

    /** True once it is answered, refused or dead. */
    boolean isOver() {
        return end.isDone();
    }

    /** True once an answer is on its way. */
    boolean isAnswering() {
        synchronized (lock) {
            return state == State.ANSWERING || state == State.ANSWERED;
        }
    }

    /** Waits in the room until it is over. */
    void awaitOver() {
        end.awaitDone(Deadline.NONE);
    }

    /** True if nobody took it, so that the connection's thread must answer. */
    boolean isRefused() {
        synchronized (lock) {
            return state == State.REFUSED;
        }
    }

    /** True if the answer was written. */
    boolean isAnswered() {
        synchronized (lock) {
            return state == State.ANSWERED;
        }
    }
}
