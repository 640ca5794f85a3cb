package dev.belay.channel.http;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A response that is read on an internal thread, so that a caller who gives the call up leaves the
 * connection intact: the response is then dropped when it comes, and the connection goes back to
 * the pool. (WWSAPI, WsAbandonCall: the wire I/O is not cancelled.)
 */
final class DrainedExchange {
    private final ClientConnection connection;
    private final ConnectionPool pool;
    private final int most;
    private final Environment environment;
    private final Pending<HttpResponse> response;

    /** Ends the wait for a response that nobody wants. */
    private final AtomicReference<@Nullable Registration> limit = new AtomicReference<>();

    DrainedExchange(
            ClientConnection connection, ConnectionPool pool, int most, Environment environment) {
        this.most = most;
        this.connection = connection;
        this.pool = pool;
        this.environment = environment;
        this.response = Pending.of(environment.clock(), "response");
    }

    /**
     * Reads the response; waits in the room.
     *
     * @param owner when it fails, the caller is free at once
     * @param patience how long the response is waited for after that
     * @return the response; the connection is the caller's again
     * @throws BelayException and then the connection is no longer the caller's
     */
    HttpResponse await(
            Pending<?> owner, HttpCodec codec, Registration headLimit, Duration patience) {
        owner.onFailure(() -> giveUp(Objects.requireNonNull(owner.failure()), patience));
        environment.start("belay http response", () -> read(codec, headLimit));
        try {
            return response.await(Deadline.NONE, ErrorCode.OPERATION_ABANDONED);
        } catch (BelayException e) {
            limitDraining(patience);
            throw e;
        }
    }

    private void giveUp(Failure why, Duration patience) {
        if (!response.fail(why)) {
            return;
        }
        if (why.code() == ErrorCode.OPERATION_ABORTED) {
            connection.abort();
        } else {
            limitDraining(patience);
        }
    }

    private void limitDraining(Duration patience) {
        pool.drains(connection, most);
        Deadline deadline = Deadline.after(patience, environment.clock(), "abandoned call");
        Registration mine = environment.schedule(deadline, connection::abort);
        if (!limit.compareAndSet(null, mine)) {
            mine.close();
        }
    }

    private void read(HttpCodec codec, Registration headLimit) {
        boolean inOrder = false;
        boolean wanted = false;
        try {
            HttpResponse read = HttpResponse.read(connection, codec, headLimit);
            inOrder = read.isReusable() && connection.hasWrittenAll();
            wanted = response.offer(read);
        } catch (HttpRefusal e) {
            response.fail(new Failure(e.code(), e.text(), e));
        } catch (IOException e) {
            response.fail(Failure.of(e, ErrorCode.ENDPOINT_DISCONNECTED, "request failed"));
        } catch (RuntimeException e) {
            response.fail(Failure.of(e, ErrorCode.OTHER, "request failed"));
        } finally {
            endLimit();
            if (!wanted && inOrder) {
                pool.release(connection);
            } else if (!wanted) {
                pool.discard(connection);
            }
        }
    }

    /** No limit is set any more, and none will be. */
    private void endLimit() {
        Registration set = limit.getAndSet(() -> {});
        if (set != null) {
            set.close();
        }
    }

    /** Resets the connection; never blocks. */
    void abort() {
        connection.abort();
    }
}
