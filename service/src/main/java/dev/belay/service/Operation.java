package dev.belay.service;

import dev.belay.soap.FaultType;
import dev.belay.soap.MessageType;
import dev.belay.xml.XmlString;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The description of one operation of a contract: its actions, the types of its messages, its
 * declared faults and how it is run on a service object. Immutable; generated code holds it in a
 * static final field. Interpreted by direct calls, without reflection.
 *
 * @param <C> the contract interface
 * @param <I> the input value
 * @param <O> the output value; {@link Void} for a one-way operation
 */
public final class Operation<C, I, O> {
    private final String name;
    private final String action;
    private final XmlString actionString;
    private final MessageType<I> input;
    private final @Nullable String replyAction;
    private final @Nullable XmlString replyActionString;
    private final @Nullable MessageType<O> output;
    private final List<FaultType<?>> faults;
    private final boolean initiating;
    private final boolean terminating;
    private final @Nullable Handler<C, I, O> handler;
    private final @Nullable OneWayHandler<C, I> oneWayHandler;

    private Operation(Builder<C, I, O> b) {
        name = b.name;
        action = b.action;
        actionString = XmlString.of(action);
        input = b.input;
        replyAction = b.replyAction;
        replyActionString = replyAction == null ? null : XmlString.of(replyAction);
        output = b.output;
        faults = List.copyOf(b.faults);
        initiating = b.initiating;
        terminating = b.terminating;
        handler = b.handler;
        oneWayHandler = b.oneWayHandler;
    }

    /** Begins an operation that answers. */
    public static <C, I, O> Builder<C, I, O> request(
            String name,
            String action,
            MessageType<I> input,
            String replyAction,
            MessageType<O> output,
            Handler<C, I, O> handler) {
        Builder<C, I, O> b = new Builder<>(name, action, input);
        b.replyAction = Objects.requireNonNull(replyAction, "replyAction");
        b.output = Objects.requireNonNull(output, "output");
        b.handler = Objects.requireNonNull(handler, "handler");
        return b;
    }

    /** Begins an operation that does not answer. */
    public static <C, I> Builder<C, I, Void> oneWay(
            String name, String action, MessageType<I> input, OneWayHandler<C, I> handler) {
        Builder<C, I, Void> b = new Builder<>(name, action, input);
        b.oneWayHandler = Objects.requireNonNull(handler, "handler");
        return b;
    }

    /** The name in the contract, such as {@code Add}. */
    public String name() {
        return name;
    }

    /** The action of the request. */
    public String action() {
        return action;
    }

    /** The type of the request. */
    public MessageType<I> input() {
        return input;
    }

    /** Whether there is no reply. */
    public boolean isOneWay() {
        return output == null;
    }

    /** The action of the reply, or null for a one-way operation. */
    public @Nullable String replyAction() {
        return replyAction;
    }

    /** The type of the reply, or null for a one-way operation. */
    public @Nullable MessageType<O> output() {
        return output;
    }

    /** The faults that the contract declares for this operation. */
    public List<FaultType<?>> faults() {
        return faults;
    }

    /** Whether this operation may be the first of a session. */
    public boolean isInitiating() {
        return initiating;
    }

    /** Whether the session ends with the reply of this operation. */
    public boolean isTerminating() {
        return terminating;
    }

    XmlString actionString() {
        return actionString;
    }

    @Nullable XmlString replyActionString() {
        return replyActionString;
    }

    /** Runs the operation on a service object; null for a one-way operation. */
    @Nullable Object run(C service, I in) throws Exception {
        if (handler != null) {
            return handler.handle(service, in);
        }
        if (oneWayHandler != null) {
            oneWayHandler.handle(service, in);
        }
        return null;
    }

    @Override
    public String toString() {
        return "operation " + name;
    }

    /** Gathers the optional parts of an operation. Used by one thread. */
    public static final class Builder<C, I, O> {
        private final String name;
        private final String action;
        private final MessageType<I> input;
        private final List<FaultType<?>> faults = new ArrayList<>(2);
        private @Nullable String replyAction;
        private @Nullable MessageType<O> output;
        private @Nullable Handler<C, I, O> handler;
        private @Nullable OneWayHandler<C, I> oneWayHandler;
        private boolean initiating = true;
        private boolean terminating;

        private Builder(String name, String action, MessageType<I> input) {
            this.name = Objects.requireNonNull(name, "name");
            this.action = Objects.requireNonNull(action, "action");
            this.input = Objects.requireNonNull(input, "input");
        }

        /**
         * Declares a fault. On the client it becomes its own exception, on the service the
         * exception becomes that fault.
         */
        public Builder<C, I, O> fault(FaultType<?> type) {
            faults.add(Objects.requireNonNull(type, "type"));
            return this;
        }

        /** Whether the operation may be the first of a session; true unless set. */
        public Builder<C, I, O> initiating(boolean value) {
            initiating = value;
            return this;
        }

        /** Whether the session ends with the reply; false unless set. */
        public Builder<C, I, O> terminating(boolean value) {
            terminating = value;
            return this;
        }

        /** The description. */
        public Operation<C, I, O> build() {
            return new Operation<>(this);
        }
    }
}
