package dev.belay.channel.transport;

import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The making of one connection: the operation on whose behalf it is done, and how long it may take.
 * Finding the address of the host has one limit, and all the rest another, which begins when the
 * address is known. A limit that passes fails the operation with OPERATION_TIMED_OUT, and thereby
 * runs the closer of the step that blocks.
 *
 * <p>Used by one thread, an internal one; only {@link #resolve} waits.
 */
public final class Connecting {
    private static final Registration NOTHING = () -> {};

    private final Pending<?> operation;
    private final @Nullable Duration resolveLimit;
    private final @Nullable Duration connectLimit;
    private final Environment environment;

    /** The limit that runs. */
    private final AtomicReference<Registration> running = new AtomicReference<>(NOTHING);

    /**
     * The limit for connecting begins, until an address is asked for.
     *
     * @param operation what is failed; nothing is left of the limits when it has ended
     * @param resolveLimit how long finding the address may take; null for no limit
     * @param connectLimit how long the rest may take; null for no limit
     */
    public Connecting(
            Pending<?> operation,
            @Nullable Duration resolveLimit,
            @Nullable Duration connectLimit,
            Environment environment) {
        this.operation = operation;
        this.resolveLimit = resolveLimit;
        this.connectLimit = connectLimit;
        this.environment = environment;
        limit(connectLimit, "connect");
        operation.onEnd(this::stop);
    }

    /**
     * The operation: register closers with {@link Pending#onFailure} before each step that blocks.
     */
    public Pending<?> operation() {
        return operation;
    }

    /** Clock, threads and ledger of what is made. */
    public Environment environment() {
        return environment;
    }

    /**
     * Finds the addresses of a host, within the limit for that; then the limit for connecting
     * begins anew. Waits in the room.
     *
     * @throws dev.belay.error.BelayException ENDPOINT_NOT_FOUND, or the failure of the operation
     */
    public List<InetAddress> resolve(String host) {
        Pending<List<InetAddress>> addresses =
                operation.adopt(Pending.of(environment.clock(), "address of " + host));
        environment.resolve(host, addresses);
        boolean limited = !addresses.isDone();
        if (limited) {
            limit(resolveLimit, "resolve");
        }
        List<InetAddress> found = addresses.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
        if (limited) {
            limit(connectLimit, "connect");
        }
        return found;
    }

    private void limit(@Nullable Duration length, String name) {
        Deadline deadline = Deadline.after(length, environment.clock(), name);
        Registration timer =
                environment.schedule(deadline, () -> operation.fail(deadline.failure()));
        running.getAndSet(timer).close();
        if (operation.isDone()) {
            stop();
        }
    }

    private void stop() {
        running.getAndSet(NOTHING).close();
    }
}
