package dev.belay.service;

import dev.belay.cancel.CancelReason;
import dev.belay.cancel.Cancellation;
import dev.belay.cancel.CancellationSource;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Pending;
import dev.belay.soap.Message;
import dev.belay.soap.MessageHeaders;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * One run of user code for a channel: an operation or a callback. Knows which thread runs it, so
 * that it can be interrupted, and only while it runs.
 */
final class OperationRun {
    /** How long the interrupt waits for cancel callbacks that do not return. */
    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(1);

    private final ServedChannel served;
    private final @Nullable Operation<?, ?, ?> operation;
    private final String name;
    private final @Nullable Message request;
    private final CancellationSource source;
    private final long started;
    private final OperationContext context = new OperationContext(this);
    private final Object lock = new Object();

    // Guarded by lock.
    private @Nullable Thread thread;
    private boolean interruptible;
    private boolean interrupted;
    private @Nullable List<Consumer<MessageHeaders>> replyHeaders;

    /** Completed when all is over; set by the host before the code runs. */
    private @Nullable Pending<@Nullable Void> ended;

    OperationRun(
            ServedChannel served,
            @Nullable Operation<?, ?, ?> operation,
            String name,
            @Nullable Message request) {
        this.served = served;
        this.operation = operation;
        this.name = name;
        this.request = request;
        Environment environment = served.environment();
        source = new CancellationSource(environment);
        started = environment.clock().nanoTime();
        interruptible = served.endpoint().interruptOperations();
    }

    ServedChannel served() {
        return served;
    }

    OperationContext context() {
        return context;
    }

    @Nullable Operation<?, ?, ?> operation() {
        return operation;
    }

    Message request() {
        if (request == null) {
            throw new IllegalStateException(name + " has no request");
        }
        return request;
    }

    Cancellation cancellation() {
        return source.token();
    }

    /**
     * Runs user code on the calling thread, within its context; leaves the thread without interrupt
     * flag.
     */
    <T extends @Nullable Object> T call(Callable<T> code) throws Exception {
        begin();
        try {
            return ScopedValue.where(OperationContext.CURRENT, context)
                    .call(cancellation().wrap(code)::call);
        } finally {
            end();
        }
    }

    private void begin() {
        synchronized (lock) {
            thread = Thread.currentThread();
            if (interrupted) {
                thread.interrupt();
            }
        }
    }

    private void end() {
        synchronized (lock) {
            thread = null;
            Thread.interrupted();
        }
    }

    /**
     * Tells the code that it is called off, then interrupts it. Never waits; both happen on other
     * threads.
     */
    void cancel(CancelReason reason) {
        if (source.cancel(reason)) {
            served.environment().dispatch(this::interruptAfterNotices);
        }
    }

    private void interruptAfterNotices() {
        Deadline limit =
                Deadline.after(NOTICE_LIMIT, served.environment().clock(), "cancel callbacks");
        source.awaitNotices(limit);
        synchronized (lock) {
            if (interruptible && !interrupted) {
                interrupted = true;
                if (thread != null) {
                    thread.interrupt();
                }
            }
        }
    }

    void interruptOnCancel(boolean interrupt) {
        synchronized (lock) {
            interruptible = interrupt;
        }
    }

    /**
     * No callback begins any more. Waits for those that have begun, however long they take: what
     * they use must not be released under them.
     */
    void finish() {
        source.end();
        boolean interruptedMeanwhile = false;
        while (!source.awaitNotices(Deadline.NONE)) {
            interruptedMeanwhile = Thread.interrupted();
        }
        if (interruptedMeanwhile) {
            Thread.currentThread().interrupt();
        }
    }

    void endsWith(Pending<@Nullable Void> end) {
        ended = end;
    }

    void ended() {
        if (ended != null) {
            ended.complete(null);
        }
    }

    void addReplyHeaders(Consumer<MessageHeaders> headers) {
        synchronized (lock) {
            if (replyHeaders == null) {
                replyHeaders = new ArrayList<>(2);
            }
            replyHeaders.add(headers);
        }
    }

    /** Lets what the operation registered add its headers. */
    void decorate(Message reply) {
        List<Consumer<MessageHeaders>> all;
        synchronized (lock) {
            if (replyHeaders == null) {
                return;
            }
            all = List.copyOf(replyHeaders);
        }
        for (Consumer<MessageHeaders> headers : all) {
            headers.accept(reply.headers());
        }
    }

    @Override
    public String toString() {
        return name;
    }

    RunningOperation snapshot() {
        Duration age = Duration.ofNanos(served.environment().clock().nanoTime() - started);
        Thread runner;
        synchronized (lock) {
            runner = thread;
        }
        return new RunningOperation(
                served.endpoint(),
                served.address(),
                name,
                served.remoteAddress(),
                age,
                cancellation().isCancelled(),
                runner == null ? null : nameOf(runner));
    }

    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "virtual " + thread.threadId() : thread.getName();
    }
}
