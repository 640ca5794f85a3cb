package dev.belay.service;

import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.error.BelayException;
import dev.belay.soap.Message;
import dev.belay.soap.MessageHeaders;
import dev.belay.soap.MessageType;
import dev.belay.soap.MessageVersion;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Makes the calls of one contract view: counts the call in, makes the message, sends it, waits, and
 * decodes the reply, all but the I/O of a session on the calling thread.
 */
final class ProxyInvoker implements Invoker {
    private final ServiceProxy<?> proxy;
    private final CallSettings settings;
    private final MessageVersion version;
    private final Clock clock;
    private final List<CallInterceptor> interceptors;

    ProxyInvoker(ServiceProxy<?> proxy, CallSettings settings) {
        this.proxy = proxy;
        this.settings = settings;
        version = proxy.binding().version();
        clock = proxy.environment().clock();
        interceptors = proxy.options().interceptors();
    }

    @Override
    @SuppressWarnings("unchecked") // the output was read by the operation's own type
    public <I, O> O call(Operation<?, I, O> operation, I input) {
        MessageType<O> output = operation.output();
        if (output == null) {
            throw new IllegalArgumentException(operation + " is one-way");
        }
        Message request =
                Message.request(version, operation.actionString(), operation.input().body(input));
        Object result = perform(operation, input, request);
        if (result == null) {
            throw new IllegalStateException("an interceptor gave no output of " + operation);
        }
        return (O) result;
    }

    @Override
    public <I> void send(Operation<?, I, ?> operation, I input) {
        if (!operation.isOneWay()) {
            throw new IllegalArgumentException(operation + " is not one-way");
        }
        perform(
                operation,
                input,
                Message.oneWay(version, operation.actionString(), operation.input().body(input)));
    }

    private <I> @Nullable Object perform(Operation<?, I, ?> operation, I input, Message request) {
        ProxyLife life = proxy.lifeForCall();
        Deadline deadline = Deadline.after(settings.timeout(), clock, "call");
        Invocation invocation = new Invocation(operation, settings.callId(), clock);
        CallScope scope = settings.scope();
        operation.input().writeHeaders(request.headers(), input);
        settings.requestHeaders().accept(request.headers());
        life.enter(invocation);
        try {
            if (scope != null) {
                scope.enter(invocation);
            }
            Exchange exchange =
                    new Exchange(life, operation, input, request, invocation, deadline, settings);
            return interceptors.isEmpty()
                    ? exchange.run()
                    : new InterceptedCall(exchange, interceptors, 0).proceed();
        } catch (BelayException e) {
            throw e.with("calling " + operation.name() + " at " + proxy.address().uri());
        } finally {
            if (scope != null) {
                scope.leave(invocation);
            }
            life.leave(invocation);
        }
    }

    /** One message there and one back. */
    private record Exchange(
            ProxyLife life,
            Operation<?, ?, ?> operation,
            @Nullable Object input,
            Message request,
            Invocation invocation,
            Deadline deadline,
            CallSettings settings)
            implements OutgoingCall {

        @Nullable Object run() {
            if (operation.isOneWay()) {
                life.route().send(request, invocation, deadline);
                return null;
            }
            Message reply = life.route().request(request, invocation, deadline);
            return Replies.decode(operation, reply, settings);
        }

        @Override
        public MessageHeaders headers() {
            return request.headers();
        }

        @Override
        public int callId() {
            return settings.callId();
        }
    }

    /** The interceptors from one on, then the exchange. */
    private record InterceptedCall(Exchange exchange, List<CallInterceptor> interceptors, int next)
            implements CallInterceptor.Chain {
        @Override
        public @Nullable Object proceed() {
            if (next == interceptors.size()) {
                return exchange.run();
            }
            InterceptedCall rest = new InterceptedCall(exchange, interceptors, next + 1);
            return interceptors.get(next).intercept(exchange, rest);
        }
    }
}
