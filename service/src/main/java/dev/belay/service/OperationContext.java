package dev.belay.service;

import dev.belay.cancel.CancelReason;
import dev.belay.cancel.Cancellation;
import dev.belay.cancel.Registration;
import dev.belay.channel.Channel;
import dev.belay.soap.MessageHeaders;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.util.function.Consumer;

/**
 * What an operation or a callback of a {@link ServiceHost} may know of the call that it serves, and
 * where it learns that the call is called off (WWSAPI, WS_OPERATION_CONTEXT). Valid until the
 * operation returns. Its methods may be called by any thread; the headers that it gives belong to
 * one thread at a time.
 */
public final class OperationContext {
    static final ScopedValue<OperationContext> CURRENT = ScopedValue.newInstance();

    private final OperationRun run;

    OperationContext(OperationRun run) {
        this.run = run;
    }

    /**
     * The context of the operation that the calling thread runs. Threads that an operation starts
     * have none; hand it to them.
     *
     * @throws IllegalStateException when the thread runs no operation
     */
    public static OperationContext current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("this thread runs no operation of a service host");
        }
        return CURRENT.get();
    }

    /** The host. */
    public ServiceHost host() {
        return run.served().host();
    }

    /** The endpoint that was called. */
    public ServiceEndpoint endpoint() {
        return run.served().endpoint();
    }

    /** The address at which that endpoint really listens. */
    public String address() {
        return run.served().address();
    }

    /** The operation, or null in callbacks and in a default message handler. */
    public @Nullable Operation<?, ?, ?> operation() {
        return run.operation();
    }

    /** The channel of the call. Its messages are read and sent by the host. */
    public Channel channel() {
        return run.served().channel();
    }

    /**
     * The headers of the request.
     *
     * @throws IllegalStateException in a callback that has no request
     */
    public MessageHeaders requestHeaders() {
        return run.request().headers();
    }

    /**
     * Adds to the headers of the reply, or of the fault, when it is made; on the thread of the
     * operation, after it has returned. Nothing happens for a one-way operation.
     */
    public void replyHeaders(Consumer<MessageHeaders> headers) {
        run.addReplyHeaders(headers);
    }

    /** The state of the session, or of the exchange where there is no session. */
    public SessionState session() {
        return run.served().session();
    }

    /** What the host was given for all its operations, or null. */
    public @Nullable Object userState() {
        return run.served().host().userState();
    }

    /** Who called, as far as the transport knows; can be forged. */
    public @Nullable SocketAddress remoteAddress() {
        return run.served().remoteAddress();
    }

    /**
     * The token that tells when the operation is called off, with the means to carry it to other
     * threads: {@code cancellation().wrap(executor)}.
     */
    public Cancellation cancellation() {
        return run.cancellation();
    }

    /** Whether the operation was called off. */
    public boolean isCancelled() {
        return run.cancellation().isCancelled();
    }

    /**
     * Registers a callback for when the operation is called off: the host is aborted, or the
     * channel broke because the client has gone. Any number may be registered; each is told at most
     * once, on a thread that neither aborts nor reads, at once when the operation was called off
     * before, and never after the operation has returned. When all have run, the thread of the
     * operation is interrupted, see {@link #interruptOnCancel}.
     *
     * @return takes the callback back
     * @throws IllegalStateException when the operation has ended
     */
    public Registration onCancel(Consumer<CancelReason> callback) {
        return run.cancellation().onCancel(callback);
    }

    /**
     * Whether the thread of this operation is interrupted after it was told that it is called off;
     * unless said here, as its endpoint has it. The interrupt reaches the operation only, and its
     * flag is cleared when it returns.
     */
    public void interruptOnCancel(boolean interrupt) {
        run.interruptOnCancel(interrupt);
    }
}
