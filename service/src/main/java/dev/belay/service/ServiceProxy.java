package dev.belay.service;

import dev.belay.cancel.CloseOutcome;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;
import dev.belay.cancel.Trigger;
import dev.belay.channel.Binding;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelOptions;
import dev.belay.channel.Timeouts;
import dev.belay.channel.spi.DriverFactory;
import dev.belay.channel.transport.WireListener;
import dev.belay.channel.transport.WireLog;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.EndpointAddress;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Calls one service (WWSAPI, WS_SERVICE_PROXY). Made by the generated {@code proxy} method, then
 * {@linkplain #open opened}.
 *
 * <p><b>Threads.</b> Any thread may call any method at any time, and any number of threads may call
 * through {@link #contract()} at once. With a session (net.tcp) all calls share one channel; they
 * run in parallel and are answered in any order, and what breaks the channel faults the proxy.
 * Without a session (HTTP) each running call has a channel of its own; one that breaks is dropped
 * and the proxy stays open.
 *
 * <p><b>Waiting.</b> {@code open}, {@code close} and the calls wait, each within its limit; nothing
 * else does. A call ends at once when its limit passes, its thread is interrupted, it is abandoned,
 * or the proxy is aborted; it never waits for I/O to do so.
 *
 * <p><b>Limits.</b> 100 calls may be pending, the next one fails with QUOTA_EXCEEDED; a call may
 * take 30 seconds, an open 30, a close 5. See {@link ProxyOptions}.
 *
 * <p><b>Errors.</b> A call before the first open is misuse: {@link IllegalStateException}. Later,
 * when others may have ended the proxy, a call that it cannot take fails with OBJECT_FAULTED, and
 * its cause says why: {@link BelayException} with OPERATION_ABORTED after {@link #abort}, another
 * code when the session broke, no cause when the proxy was closed.
 *
 * @param <C> the contract interface
 */
public final class ServiceProxy<C> implements AutoCloseable {
    private final ServiceContract<C> contract;
    private final EndpointAddress address;
    private final ProxyOptions options;
    private final Binding binding;
    private final Environment environment;
    private final Lifecycle<ServiceProxyState, ProxyLife> lifecycle;
    private final ProxyClose closeWork;
    private final CallSettings settings;
    private final C view;

    private ServiceProxy(
            ServiceContract<C> contract,
            EndpointAddress address,
            ProxyOptions options,
            Binding binding,
            Environment environment) {
        this.contract = contract;
        this.address = address;
        this.options = options;
        this.binding = binding;
        this.environment = environment;
        lifecycle = new Lifecycle<>(ServiceProxyState.TABLE, environment, "proxy");
        closeWork = new ProxyClose(lifecycle, environment);
        settings = CallSettings.of(options);
        view = view(settings);
    }

    /**
     * A proxy in the state CREATED. Does no I/O.
     *
     * @throws BelayException NOT_SUPPORTED when the binding has no sessions and the contract needs
     *     them
     */
    public static <C> ServiceProxy<C> create(
            ServiceContract<C> contract, EndpointAddress address, ProxyOptions options) {
        Binding given = options.binding();
        Binding plain = contract.checked(given == null ? contract.binding(address.uri()) : given);
        WireListener wire = options.wireListener();
        Binding binding = wire == null ? plain : plain.over(new WireLog(plain.transport(), wire));
        Environment environment =
                Objects.requireNonNullElseGet(options.environment(), Environment::system);
        return new ServiceProxy<>(contract, address, options, binding, environment);
    }

    /**
     * Opens the proxy; with a session this connects, otherwise it does no I/O. Waits at most as
     * long as {@link ProxyOptions#openTimeout} says. When it fails, the proxy is CREATED again and
     * may be opened again.
     *
     * @return this proxy
     * @throws IllegalStateException when the proxy is not CREATED
     * @throws BelayException when it could not be opened; OPERATION_ABORTED when it was aborted
     *     before or meanwhile, or the thread was interrupted
     */
    public ServiceProxy<C> open() {
        ProxyLife life = new ProxyLife(environment, options.maxPendingCalls());
        Route route = route(life);
        life.route(route);
        life.onFailure(route::abort);
        lifecycle.start(Trigger.OPEN, "open", life);
        try {
            route.open(Deadline.after(options.openTimeout(), environment.clock(), "open"));
        } catch (RuntimeException e) {
            lifecycle.openFailed(
                    life, Failure.of(e, ErrorCode.OTHER, "the proxy could not be opened"));
            route.abort();
            throw ended(life, e);
        }
        if (!lifecycle.opened(life)) {
            route.abort();
            throw aborted(life);
        }
        return this;
    }

    private Route route(ProxyLife life) {
        if (binding.clientType().isSession()) {
            return new SessionRoute(
                    channel(binding), address, environment, why -> broken(life, why));
        }
        DriverFactory shared = binding.drivers().sharing(environment);
        Binding sharing = binding.withDrivers(shared);
        return new PooledRoute(() -> channel(sharing), shared, address, environment.clock());
    }

    private Channel channel(Binding with) {
        ChannelOptions given = options.channel();
        Timeouts underProxy =
                Timeouts.NONE.withResolve(options.openTimeout()).withConnect(options.openTimeout());
        ChannelOptions channelOptions =
                given.toBuilder()
                        .timeouts(given.timeouts().withDefaults(underProxy))
                        .faultsAsErrors(false)
                        .build();
        return Channel.create(with, channelOptions, environment);
    }

    /** The session can carry no more calls. */
    private void broken(ProxyLife life, Failure why) {
        lifecycle.fault(life, why);
        if (life.failure() != null) {
            life.terminate();
        }
    }

    private BelayException aborted(ProxyLife life) {
        Failure why = life.failure();
        Failure reason =
                why == null ? Failure.of(ErrorCode.OPERATION_ABORTED, "the proxy was closed") : why;
        return reason.as(ErrorCode.OPERATION_ABORTED, "the open was ended: " + reason.message())
                .toException();
    }

    /** What an open throws: the abort of the proxy, if that was the reason, else what happened. */
    private RuntimeException ended(ProxyLife life, RuntimeException e) {
        Failure why = life.failure();
        boolean aborted = why != null && why.code() == ErrorCode.OPERATION_ABORTED;
        return aborted ? aborted(life) : e;
    }

    /**
     * The contract: each method makes a call and waits for its outcome. Free for use by any number
     * of threads.
     */
    public C contract() {
        return view;
    }

    /**
     * The contract with options for its calls. Cheap; may be kept. Free for use by any number of
     * threads.
     *
     * @see CallOption
     */
    public C with(CallOption... callOptions) {
        return view(settings.with(callOptions));
    }

    private C view(CallSettings viewSettings) {
        return contract.client(new ProxyInvoker(this, viewSettings));
    }

    /**
     * Runs the function on a virtual thread of its own, with a contract view that belongs to the
     * {@link Call}: the asynchronous form of calls.
     *
     * @return the call, which may be done already
     */
    public <R> Call<R> start(Function<? super C, ? extends R> function) {
        return start(function, new CallOption[0]);
    }

    /** As {@link #start(Function)}, with options for its calls. */
    public <R> Call<R> start(Function<? super C, ? extends R> function, CallOption... callOptions) {
        Objects.requireNonNull(function, "function");
        ProxyLife life = lifeForCall();
        Call<R> call = life.newCall(environment);
        C own = view(settings.with(callOptions).within(call.scope()));
        call.run(() -> function.apply(own));
        return call;
    }

    /** The present life, if it takes calls. */
    ProxyLife lifeForCall() {
        ProxyLife life = lifecycle.epoch();
        if (life != null && lifecycle.isOpen(life)) {
            return life;
        }
        throw dead(life);
    }

    private RuntimeException dead(@Nullable ProxyLife life) {
        ServiceProxyState state = lifecycle.state();
        if (life == null
                || state == ServiceProxyState.CREATED
                || state == ServiceProxyState.OPENING) {
            return lifecycle.illegal("a call");
        }
        Failure why = life.failure();
        if (why == null) {
            return new BelayException(
                    ErrorCode.OBJECT_FAULTED, "no more calls: the proxy is " + state);
        }
        return why.as(
                        ErrorCode.OBJECT_FAULTED,
                        "no more calls: the proxy is " + state + ": " + why.message())
                .toException();
    }

    /**
     * Abandons the pending calls with this id, or all that are pending at this instant for 0. An id
     * that no call has changes nothing.
     *
     * <ul>
     *   <li>Any thread may do it; it never blocks.
     *   <li>The proxy stays as it is, and other calls go on.
     *   <li>Each abandoned call throws OPERATION_ABANDONED at once.
     *   <li>The peer sees the connection of a sessionless call closed; on a session it sees
     *       nothing, and its late reply is dropped.
     *   <li>Nothing is left to be closed.
     *   <li>A second call finds no such calls.
     * </ul>
     *
     * @throws IllegalStateException when the proxy was never opened, is being opened, or is closed
     */
    public void abandon(int callId) {
        ProxyLife life = lifecycle.epoch();
        switch (lifecycle.state()) {
            case OPEN, CLOSING, FAULTED -> {
                if (life != null) {
                    life.abandon(callId, CallScope.abandonedFailure());
                }
            }
            case CREATED, OPENING, CLOSED -> throw lifecycle.illegal("abandon");
        }
    }

    /**
     * Ends everything at once.
     *
     * <ul>
     *   <li>Any thread may do it, in any state; it never blocks and never fails.
     *   <li>Afterwards the proxy is FAULTED if it was OPEN; CREATED if it was OPENING; CLOSING, and
     *       soon CLOSED, if it was CLOSING; else as before. In CREATED it is remembered: the next
     *       open fails with OPERATION_ABORTED, which clears it, as do close and reset.
     *   <li>Every pending call throws OPERATION_ABORTED, exactly once; so does an open that runs.
     *   <li>The peer sees a reset of every connection.
     *   <li>The proxy must still be closed if it was OPEN.
     *   <li>A second call does nothing.
     * </ul>
     */
    public void abort() {
        ProxyLife life =
                lifecycle.abort(Failure.of(ErrorCode.OPERATION_ABORTED, "the proxy was aborted"));
        if (life != null) {
            life.terminate();
        }
    }

    /**
     * Closes in order if that is possible, within {@link ProxyOptions#closeTimeout} in any case.
     *
     * <ul>
     *   <li>Any thread may do it, in any state. It blocks until the pending calls have ended, not
     *       those that were abandoned, and the session has; when the limit passes, it aborts. An
     *       interrupted thread skips the graceful part.
     *   <li>Afterwards the proxy is CLOSED, in every case, without an exception; {@link
     *       #closeOutcome} says how it went. No call, and no function of {@link #start}, runs any
     *       more.
     *   <li>Calls that the limit ends throw OPERATION_ABORTED, as does an open that runs; new calls
     *       fail with OBJECT_FAULTED.
     *   <li>The peer sees the end of the session, or a reset if it was not graceful.
     *   <li>Nothing must be closed afterwards.
     *   <li>A second call waits for the first if that still runs, else does nothing.
     * </ul>
     */
    @Override
    public void close() {
        closeWork.run(options.closeTimeout());
    }

    /** How the last close ended; null if there was none since creation or reset. */
    public @Nullable CloseOutcome closeOutcome() {
        return lifecycle.outcome();
    }

    /**
     * Makes a CLOSED proxy as new: it can be opened again. Never blocks.
     *
     * @throws IllegalStateException neither CLOSED nor CREATED
     */
    public void reset() {
        lifecycle.reset();
    }

    /** The state now; it may be another one before the caller looks at it. */
    public ServiceProxyState state() {
        return lifecycle.state();
    }

    /**
     * Why the proxy is FAULTED or was not closed gracefully, the first reason; null if there is
     * none.
     */
    public @Nullable Failure failure() {
        ProxyLife life = lifecycle.epoch();
        return life == null ? null : life.failure();
    }

    /** The calls that are pending now, for people; a snapshot. */
    public List<PendingCall> pendingCalls() {
        ProxyLife life = lifecycle.epoch();
        return life == null ? List.of() : life.snapshot();
    }

    /** Where the service is. */
    public EndpointAddress address() {
        return address;
    }

    /** Transport, versions and encoding. */
    public Binding binding() {
        return binding;
    }

    /** The options it was made with. */
    public ProxyOptions options() {
        return options;
    }

    Environment environment() {
        return environment;
    }

    /** Short identity, state and address. */
    @Override
    public String toString() {
        return lifecycle + " (" + contract.name() + " at " + address.uri() + ')';
    }
}
