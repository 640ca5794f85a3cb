package dev.belay.service;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.cancel.Registration;
import dev.belay.cancel.Trigger;
import dev.belay.channel.Binding;
import dev.belay.channel.transport.WireListener;
import dev.belay.channel.transport.WireLog;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.FaultDisclosure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Serves contracts at endpoints (WWSAPI, WS_SERVICE_HOST).
 *
 * <p><b>Threads.</b> Any thread may call any method at any time. Each operation runs on a virtual
 * thread, or on the executor that was given. While the host is open, one platform thread keeps the
 * program alive.
 *
 * <p><b>Waiting.</b> {@code open}, {@code close} and {@code awaitClosed} wait; nothing else does.
 *
 * <p><b>Limits.</b> A close takes 5 seconds for what runs to finish, and one more for operations
 * that were told to end. Those of endpoints are said in {@link ServiceEndpoint}.
 */
public final class ServiceHost implements AutoCloseable {
    private final List<ServiceEndpoint> endpoints;
    private final HostOptions options;
    private final Environment environment;
    private final FaultMaker faults;
    private final @Nullable OperationExecutor executor;
    private final Lifecycle<ServiceHostState, HostLife> lifecycle;
    private final HostClose closeWork;

    private ServiceHost(List<ServiceEndpoint> endpoints, HostOptions options) {
        this.endpoints = List.copyOf(endpoints);
        this.options = options;
        environment = Objects.requireNonNullElseGet(options.environment(), Environment::system);
        faults = new FaultMaker(options.faultDisclosure());
        Executor given = options.executor();
        executor = given == null ? null : new OperationExecutor(given);
        lifecycle = new Lifecycle<>(ServiceHostState.TABLE, environment, "host");
        closeWork = new HostClose(lifecycle, environment, options.stuckTimeout());
    }

    /** Begins a host. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens all endpoints. Nothing is accepted before all of them listen; when one cannot, those
     * that do are closed again, and the host is CREATED as before.
     *
     * @return this host
     * @throws IllegalStateException when the host is not CREATED
     * @throws BelayException when an endpoint could not be opened; OPERATION_ABORTED when the host
     *     was aborted before or meanwhile, or the thread was interrupted; OPERATION_TIMED_OUT
     */
    public ServiceHost open() {
        HostLife life = new HostLife(this, environment, endpoints);
        lifecycle.start(Trigger.OPEN, "open", life);
        Deadline deadline = Deadline.after(options.openTimeout(), environment.clock(), "open");
        Registration timer =
                environment.schedule(deadline, () -> openFailed(life, deadline.failure()));
        try {
            life.endpoints().forEach(EndpointServer::open);
        } catch (RuntimeException e) {
            throw notOpened(life, e);
        } finally {
            timer.close();
        }
        if (!lifecycle.opened(life)) {
            throw notOpened(
                    life, new BelayException(ErrorCode.OPERATION_ABORTED, "the host was closed"));
        }
        environment.startKeepingAlive(
                "belay-host-" + Integer.toHexString(hashCode()),
                () -> life.over().awaitDone(Deadline.NONE));
        life.endpoints().forEach(EndpointServer::start);
        return this;
    }

    private void openFailed(HostLife life, Failure why) {
        if (lifecycle.openFailed(life, why)) {
            life.terminate();
        }
    }

    private RuntimeException notOpened(HostLife life, RuntimeException e) {
        openFailed(life, Failure.of(e, ErrorCode.OTHER, "the host could not be opened"));
        life.endpoints().forEach(EndpointServer::dispose);
        Failure why = life.failure();
        if (why == null || why.cause() == e) {
            return e;
        }
        return why.as(why.code(), "the open was ended: " + why.message()).toException();
    }

    /**
     * Ends everything at once.
     *
     * <ul>
     *   <li>Any thread may do it, in any state; it never blocks and never fails. It does not wait
     *       for operations.
     *   <li>Afterwards the host is FAULTED if it was OPEN; CREATED if it was OPENING; CLOSING, and
     *       soon CLOSED, if it was CLOSING; else as before. In CREATED it is remembered: the next
     *       open fails with OPERATION_ABORTED, which clears it, as do close and reset.
     *   <li>An open that waits throws OPERATION_ABORTED. Every running operation is told
     *       HOST_ABORT, then interrupted, see {@link OperationContext#onCancel}.
     *   <li>Clients see their connections reset; where there is a close callback it runs first, for
     *       a second at most.
     *   <li>The host must still be closed if it was OPEN; that waits a limited time for the
     *       operations.
     *   <li>A second call does nothing.
     * </ul>
     */
    public void abort() {
        HostLife life =
                lifecycle.abort(Failure.of(ErrorCode.OPERATION_ABORTED, "the host was aborted"));
        if (life != null) {
            life.terminate();
        }
    }

    /**
     * Closes in order if that is possible, within the close time-out; then aborts, and waits the
     * stuck time-out for operations to end.
     *
     * <ul>
     *   <li>Any thread may do it, in any state. It blocks while accepted channels finish:
     *       operations run to their end and answer, idle sessions are told the end. When the limit
     *       passes, what still runs is told HOST_ABORT and interrupted. An interrupted thread skips
     *       the graceful part.
     *   <li>Afterwards the host is CLOSED, in every case, without an exception; {@link
     *       #closeOutcome} says how it went, {@link #stuckOperations} what still runs. Nothing else
     *       of the application runs any more.
     *   <li>An open that runs throws OPERATION_ABORTED.
     *   <li>Clients see the end of their sessions, or a reset if that took too long.
     *   <li>Nothing must be closed afterwards.
     *   <li>A second call waits for the first if that still runs, else does nothing.
     * </ul>
     */
    @Override
    public void close() {
        HostLife life = lifecycle.epoch();
        closeWork.run(options.closeTimeout());
        if (life != null) {
            life.over().complete(null);
        }
    }

    /** How the last close ended; null if there was none since creation or reset. */
    public @Nullable CloseOutcome closeOutcome() {
        return lifecycle.outcome();
    }

    /**
     * The operations that still ran when the last close returned. They run on, but what they answer
     * is dropped.
     */
    public List<RunningOperation> stuckOperations() {
        return closeWork.stuck();
    }

    /**
     * Waits until the host serves no more: it was closed or aborted. Returns at once if it is not
     * open.
     *
     * @throws InterruptedException when the waiting thread is interrupted; the host goes on
     */
    public void awaitClosed() throws InterruptedException {
        HostLife life = lifecycle.epoch();
        if (life == null || life.over().awaitDone(Deadline.NONE)) {
            return;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while waiting for the end of a host");
        }
    }

    /**
     * Makes a CLOSED host as new: it can be opened again. Never blocks.
     *
     * @throws IllegalStateException neither CLOSED nor CREATED
     */
    public void reset() {
        lifecycle.reset();
    }

    /** The state now; it may be another one before the caller looks at it. */
    public ServiceHostState state() {
        return lifecycle.state();
    }

    /** The endpoints, in their order. */
    public List<ServiceEndpoint> endpoints() {
        return endpoints;
    }

    /**
     * The addresses at which the endpoints really listen, in their order; as given while the host
     * was never open.
     */
    public List<String> addresses() {
        HostLife life = lifecycle.epoch();
        return life == null
                ? endpoints.stream().map(ServiceEndpoint::address).toList()
                : life.endpoints().stream().map(EndpointServer::address).toList();
    }

    /** The operations and callbacks that run now, for people; a snapshot. */
    public List<RunningOperation> runningOperations() {
        HostLife life = lifecycle.epoch();
        return life == null ? List.of() : life.snapshot();
    }

    /** What the application gave for all its operations, or null. */
    public @Nullable Object userState() {
        return options.userState();
    }

    /** The binding of one of its endpoints, logged if that is wanted. */
    Binding binding(ServiceEndpoint endpoint) {
        Binding plain = endpoint.contract().checked(endpoint.binding());
        WireListener wire = options.wireListener();
        return wire == null ? plain : plain.over(new WireLog(plain.transport(), wire));
    }

    FaultMaker faults() {
        return faults;
    }

    @Nullable OperationExecutor executor() {
        return executor;
    }

    /** Short identity, state and endpoints. */
    @Override
    public String toString() {
        return lifecycle + " " + addresses();
    }

    /** Gathers endpoints and options. Used by one thread. */
    public static final class Builder {
        private final List<ServiceEndpoint> endpoints = new ArrayList<>(2);
        private HostOptions options = HostOptions.DEFAULT;

        private Builder() {}

        /** Adds an endpoint. */
        public Builder endpoint(ServiceEndpoint value) {
            endpoints.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Clock, threads and name resolution: those of the system unless set. */
        public Builder environment(Environment value) {
            options = options.withEnvironment(value);
            return this;
        }

        /**
         * Runs operations here: on virtual threads unless set. An executor of platform threads
         * keeps operations that compute for long from holding up everything else. A task that it
         * rejects is answered by a fault.
         */
        public Builder executor(Executor value) {
            options = options.withExecutor(value);
            return this;
        }

        /** Limits an open: 30 seconds unless set, null for no limit. */
        public Builder openTimeout(@Nullable Duration value) {
            options = options.withOpenTimeout(value);
            return this;
        }

        /** Limits the graceful part of a close: 5 seconds unless set. */
        public Builder closeTimeout(Duration value) {
            options = options.withCloseTimeout(value);
            return this;
        }

        /** How long a close waits for operations that were told to end: 1 second unless set. */
        public Builder stuckTimeout(Duration value) {
            options = options.withStuckTimeout(value);
            return this;
        }

        /**
         * How much of an exception that a contract does not declare is told: MINIMAL unless set.
         */
        public Builder faultDisclosure(FaultDisclosure value) {
            options = options.withFaultDisclosure(value);
            return this;
        }

        /**
         * Something that all operations and callbacks can get at, see {@link
         * OperationContext#userState}.
         */
        public Builder userState(Object value) {
            options = options.withUserState(value);
            return this;
        }

        /** Shows the octets on the wire, of all endpoints, to this. */
        public Builder wireListener(WireListener value) {
            options = options.withWireListener(value);
            return this;
        }

        /**
         * The host, in the state CREATED.
         *
         * @throws IllegalArgumentException when it has no endpoint
         */
        public ServiceHost build() {
            if (endpoints.isEmpty()) {
                throw new IllegalArgumentException("a host needs an endpoint");
            }
            return new ServiceHost(endpoints, options);
        }
    }
}
