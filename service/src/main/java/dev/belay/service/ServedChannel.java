package dev.belay.service;

import dev.belay.cancel.CancelReason;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;
import dev.belay.channel.Channel;
import dev.belay.channel.ChannelState;
import dev.belay.error.BelayException;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.util.List;

/**
 * One accepted channel of a host, from its accept to its close: a session with its operations, or
 * one exchange.
 *
 * <p>One thread at a time takes messages from the channel, the pump. It runs the operations itself
 * when only one may run at a time; otherwise it starts each on a thread of its own, and stops while
 * as many run as may. The operation that ends then goes on as the pump. So nothing waits for a free
 * place.
 */
final class ServedChannel {
    private static final System.Logger LOG = System.getLogger(ServedChannel.class.getName());

    private final EndpointServer endpoint;
    private final Channel channel;
    private final @Nullable SocketAddress remoteAddress;
    private final SessionState session = new SessionState();
    private final OperationRuns runs;
    private final ChannelCallbacks callbacks;
    private final Pending<@Nullable Void> over;
    private final int maxConcurrency;
    private final Object lock = new Object();

    /** This channel's own, if each has one; set before its first message is received. */
    private volatile @Nullable Object service;

    // Guarded by lock.
    private int running;
    private boolean paused;
    private boolean inputOver;
    private boolean begun;
    private boolean ending;
    private boolean terminated;
    private boolean finishing;
    private boolean aborted;

    ServedChannel(EndpointServer endpoint, Channel channel, Pending<@Nullable Void> over) {
        this.endpoint = endpoint;
        this.channel = channel;
        this.over = over;
        runs = new OperationRuns(endpoint.life());
        callbacks = new ChannelCallbacks(this, endpoint.life());
        maxConcurrency = channel.type().isSession() ? endpoint.endpoint().maxConcurrency() : 1;
        remoteAddress = channel.remoteSocketAddress();
    }

    ServiceHost host() {
        return endpoint.host();
    }

    ServiceEndpoint endpoint() {
        return endpoint.endpoint();
    }

    String address() {
        return endpoint.address();
    }

    Environment environment() {
        return endpoint.environment();
    }

    Channel channel() {
        return channel;
    }

    SessionState session() {
        return session;
    }

    @Nullable SocketAddress remoteAddress() {
        return remoteAddress;
    }

    boolean hasSession() {
        return channel.type().isSession();
    }

    /** Whether a request is meant for this endpoint, by its To header if it has one. */
    boolean isAddressed(Message request) {
        AddressingVersion addressing = request.version().addressing();
        String to = request.headers().to();
        return to == null
                || !addressing.hasHeaders()
                || EndpointAddress.of(to).isAnonymous()
                || endpoint.isAt(to, request.transport().local());
    }

    /** Serves the channel to its end, on the calling thread and others. */
    void serve() {
        channel.onDisconnect(why -> runs.callOff(CancelReason.CHANNEL_FAULTED.because(why)));
        if (callbacks.tellAccept(runs) && hasService()) {
            pump();
        } else {
            channel.abort();
            inputOver();
        }
    }

    /** Makes the service object if each channel has its own; false when it could not be made. */
    private boolean hasService() {
        if (endpoint().isPerSession()) {
            service = callbacks.makeService(runs);
            return service != null;
        }
        return true;
    }

    /** The service object: the common one, or this channel's own. */
    Object service() {
        return service == null ? endpoint().service() : service;
    }

    // The pump

    private void pump() {
        while (true) {
            Message message;
            try {
                message = channel.receive();
            } catch (BelayException | IllegalStateException e) {
                LOG.log(
                        Level.DEBUG,
                        () -> "no more messages from " + remoteAddress + ": " + e.getMessage());
                inputOver();
                return;
            }
            if (message == null) {
                inputOver();
                return;
            }
            // What comes after our end could not be answered any more.
            if (!channel.isSessionShutDown() && !dispatch(new RequestTask(this, message))) {
                return;
            }
        }
    }

    /** Has a request served; false if this thread is not the pump any more. */
    private boolean dispatch(RequestTask task) {
        boolean room;
        synchronized (lock) {
            running++;
            room = running < maxConcurrency;
            paused = !room;
        }
        if (endpoint.executor() != null) {
            endpoint.executor().execute(task, () -> endpoint.start(this::endedHere));
            return room;
        }
        if (maxConcurrency == 1) {
            task.run();
            return ended();
        }
        endpoint.start(
                () -> {
                    task.run();
                    endedHere();
                });
        return room;
    }

    private void endedHere() {
        if (ended()) {
            pump();
        }
    }

    /** A request was served; true if this thread is the pump now. */
    private boolean ended() {
        boolean pump;
        boolean last;
        synchronized (lock) {
            running--;
            pump = paused;
            paused = false;
            last = running == 0;
        }
        if (last) {
            idle();
        }
        return pump;
    }

    /** Nothing more comes from the peer. */
    private void inputOver() {
        boolean last;
        synchronized (lock) {
            inputOver = true;
            last = running == 0;
        }
        if (last) {
            idle();
        }
    }

    /** No request is being served: goes on with what waited for that. */
    private void idle() {
        boolean finish;
        boolean shutdown;
        synchronized (lock) {
            if (running > 0 || finishing) {
                return;
            }
            finish = inputOver;
            finishing = finish;
            shutdown = ending && !finish;
        }
        if (finish) {
            finish();
        } else if (shutdown) {
            shutdown();
        }
    }

    /** Tells the peer of a session the end; one that does not answer with its own is cut off. */
    private void shutdown() {
        if (!hasSession() || channel.isSessionShutDown()) {
            return;
        }
        try {
            channel.shutdownSession();
        } catch (BelayException | IllegalStateException e) {
            LOG.log(Level.DEBUG, () -> "the end of a session was not told: " + e.getMessage());
        }
        Deadline limit = Deadline.after(channel.timeouts().close(), environment().clock(), "close");
        Registration timer = environment().schedule(limit, channel::abort);
        over.onEnd(timer::close);
    }

    private void finish() {
        callbacks.tellClose();
        callbacks.onceTold(
                () -> {
                    if (isAborted()) {
                        channel.abort();
                    }
                    channel.close();
                    release();
                });
    }

    /** Nothing of the application runs here any more: closes what was kept for it. */
    private void release() {
        session.close();
        if (service instanceof AutoCloseable closeable) {
            SessionState.close(closeable, "service object");
        }
        endpoint.released(this);
        over.complete(null);
    }

    // The session

    /**
     * Whether an operation may run now, by the rules of sessions; a request that begins one is
     * noted.
     */
    boolean admits(Operation<?, ?, ?> operation) {
        synchronized (lock) {
            if (terminated || (!begun && !operation.isInitiating())) {
                return false;
            }
            begun = true;
            return true;
        }
    }

    /** The operation that ends the session has answered. */
    void terminate() {
        synchronized (lock) {
            terminated = true;
        }
        end();
    }

    /**
     * Once the requests that run have been answered, the peer is told the end of the session. Never
     * waits.
     */
    void end() {
        boolean now;
        synchronized (lock) {
            ending = true;
            now = running == 0 && !finishing && !inputOver;
        }
        if (now) {
            endpoint.start(this::idle);
        }
    }

    // Calling off

    OperationRuns runs() {
        return runs;
    }

    /** Whether nothing can be answered any more. */
    boolean isDead() {
        return isAborted() || channel.state() != ChannelState.OPEN;
    }

    private boolean isAborted() {
        synchronized (lock) {
            return aborted;
        }
    }

    /**
     * Ends the channel at once, because the host is aborted. Never waits: if there is a close
     * callback, it runs elsewhere first, but not for long.
     */
    void abort() {
        synchronized (lock) {
            aborted = true;
        }
        List<OperationRun> told = runs.note(CancelReason.HOST_ABORT);
        callbacks.abort();
        for (OperationRun run : told) { // only now, for what they answer must not go out
            run.cancel(CancelReason.HOST_ABORT);
        }
    }
}
