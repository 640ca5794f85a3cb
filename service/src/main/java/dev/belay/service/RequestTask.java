package dev.belay.service;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.AddressingFaults;
import dev.belay.soap.EndpointAddress;
import dev.belay.soap.Fault;
import dev.belay.soap.FaultException;
import dev.belay.soap.Message;
import dev.belay.soap.MessageHeaders;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlString;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * Serves one request: authorization, operation by action, decoding, the operation, the reply. Runs
 * to its end on one thread; the session is usable afterwards whatever went wrong, unless
 * authorization was refused.
 */
final class RequestTask implements Runnable {
    private static final System.Logger LOG = System.getLogger(RequestTask.class.getName());

    private static final XmlString REPLY_TO = XmlString.of("ReplyTo");

    private final ServedChannel served;
    private final Message request;
    private final ServiceEndpoint endpoint;
    private final FaultMaker faults;

    RequestTask(ServedChannel served, Message request) {
        this.served = served;
        this.request = request;
        endpoint = served.endpoint();
        faults = served.host().faults();
    }

    @Override
    public void run() {
        try {
            serve();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "serving a request failed in the host itself", e);
            served.channel().abort();
        }
    }

    /** The executor of the application takes no more: says so. */
    void refuse(RejectedExecutionException e) {
        LOG.log(Level.WARNING, "the executor for operations rejected a request", e);
        answer(
                request.replyFault(
                        AddressingFaults.endpointUnavailable(request.version(), Duration.ZERO),
                        null));
    }

    private void serve() {
        Fault wrong = wrongAddressing();
        if (wrong != null) {
            refuse(wrong);
            return;
        }
        String action = request.headers().action();
        Operation<?, ?, ?> operation = endpoint.contract().operation(action == null ? "" : action);
        OperationRun run =
                new OperationRun(
                        served,
                        operation,
                        operation == null ? "message" : operation.name(),
                        request);
        served.runs().begin(run);
        try {
            if (!isAuthorized(run)) {
                served.channel().abort();
            } else if (operation != null) {
                serve(operation, run);
            } else {
                serveUnknown(action, run);
            }
        } finally {
            served.runs().end(run);
        }
    }

    /**
     * Answers what is no request to any operation. In a session a fault that cannot relate to a
     * message would be taken for the answer to another one, so a message without id gets none.
     */
    private void refuse(Fault wrong) {
        if (served.hasSession() && request.headers().messageId() == null) {
            LOG.log(Level.WARNING, () -> "dropped a one-way message: " + wrong.reason());
        } else {
            answer(request.replyFault(wrong, null));
        }
    }

    private @Nullable Fault wrongAddressing() {
        MessageHeaders headers = request.headers();
        Fault wrong = headers.addressingFault();
        if (wrong != null) {
            return wrong;
        }
        if (!served.isAddressed(request)) {
            return AddressingFaults.destinationUnreachable(
                    request.version(), String.valueOf(headers.to()));
        }
        EndpointAddress replyTo = headers.replyTo();
        if (replyTo != null && !replyTo.isAnonymous() && !replyTo.isNone()) {
            return AddressingFaults.onlyAnonymousAddressSupported(
                    request.version(),
                    XmlName.of(request.version().addressing().namespace(), REPLY_TO));
        }
        return null;
    }

    private boolean isAuthorized(OperationRun run) {
        Authorization authorization = endpoint.authorization();
        if (authorization == null) {
            return true;
        }
        try {
            return run.call(() -> authorization.isAuthorized(run.context()));
        } catch (Exception e) {
            LOG.log(Level.WARNING, "the authorization of a request failed", e);
            return false;
        }
    }

    private void serveUnknown(@Nullable String action, OperationRun run) {
        MessageHandler handler = endpoint.defaultHandler();
        if (handler == null) {
            answer(actionNotSupported(action));
            return;
        }
        try {
            Message reply =
                    run.<@Nullable Message>call(() -> handler.handle(run.context(), request));
            if (reply != null) {
                run.decorate(reply);
                answer(reply);
            }
        } catch (FaultException e) {
            answer(request.replyFault(e.fault(), e.action()));
        } catch (Exception e) {
            LOG.log(Level.WARNING, "the default message handler failed", e);
            served.channel().abort();
        }
    }

    private Message actionNotSupported(@Nullable String action) {
        return request.replyFault(
                AddressingFaults.actionNotSupported(request.version(), String.valueOf(action)),
                null);
    }

    private <C, I, O> void serve(Operation<C, I, O> operation, OperationRun run) {
        if (!served.admits(operation)) {
            refuse(operation, actionNotSupported(operation.action()));
            return;
        }
        I input;
        try {
            input = operation.input().read(request);
        } catch (BelayException e) {
            refuse(operation, request.replyFault(faults.ofInput(e), null));
            return;
        }
        if (endpoint.checkMustUnderstand() && !request.headers().notUnderstood().isEmpty()) {
            refuse(operation, request.replyNotUnderstood());
            return;
        }
        if (operation.isOneWay()) {
            runOneWay(operation, input, run);
        } else {
            runAndAnswer(operation, input, run);
        }
        if (operation.isTerminating()) {
            served.terminate();
        }
    }

    private void refuse(Operation<?, ?, ?> operation, Message fault) {
        if (!operation.isOneWay() || !served.hasSession()) {
            answer(fault);
        }
    }

    private <C, I, O> void runOneWay(Operation<C, I, O> operation, I input, OperationRun run) {
        if (!served.hasSession()) {
            served.channel()
                    .close(); // Accepted: the peer need not wait for the operation, and may go.
        }
        try {
            run.call(() -> OperationCall.invoke(operation, served.service(), input, run.context()));
        } catch (Exception e) {
            LOG.log(Level.WARNING, "the one-way operation " + operation.name() + " failed", e);
        }
    }

    private <C, I, O> void runAndAnswer(Operation<C, I, O> operation, I input, OperationRun run) {
        Message reply;
        try {
            Object output =
                    run.call(
                            () ->
                                    OperationCall.invoke(
                                            operation, served.service(), input, run.context()));
            reply = reply(operation, output);
        } catch (Exception e) {
            if (served.isDead()) {
                return;
            }
            reply = faults.reply(request, operation, e);
        }
        run.decorate(reply);
        answer(reply);
    }

    @SuppressWarnings(
            "unchecked") // the output of the operation's own handler, or of an interceptor that
    // knows it
    private <O> Message reply(Operation<?, ?, O> operation, @Nullable Object output) {
        MessageType<O> type = operation.output();
        XmlString action = operation.replyActionString();
        if (type == null || action == null || output == null) {
            throw new IllegalStateException("no output of " + operation);
        }
        Message reply = request.reply(action, type.body((O) output));
        type.writeHeaders(reply.headers(), (O) output);
        return reply;
    }

    /** Sends a reply; one that cannot be encoded is replaced by a fault. */
    private void answer(Message reply) {
        EndpointAddress replyTo = request.headers().replyTo();
        if ((replyTo != null && replyTo.isNone()) || served.isDead()) {
            return;
        }
        try {
            served.channel().reply(reply, request);
        } catch (BelayException e) {
            if (!served.isDead() && isOurs(e.code())) {
                LOG.log(Level.WARNING, "a reply could not be encoded", e);
                answerInstead(faults.ofOutput(request, e));
            } else {
                LOG.log(Level.DEBUG, "a reply could not be sent", e);
            }
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "a reply came too late", e);
        }
    }

    private static boolean isOurs(ErrorCode code) {
        return code == ErrorCode.QUOTA_EXCEEDED || code == ErrorCode.INVALID_FORMAT;
    }

    private void answerInstead(Message fault) {
        try {
            served.channel().reply(fault, request);
        } catch (BelayException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "a fault could not be sent", e);
        }
    }
}
