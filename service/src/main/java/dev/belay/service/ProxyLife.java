package dev.belay.service;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Epoch;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.cancel.PendingSet;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One life of a proxy, from an open to the end of its close: its way to the peer and the calls in
 * flight. The reply of each call is among the {@link #pendings} until it has its outcome, so that
 * abort ends it and close waits for it.
 */
final class ProxyLife extends Epoch {
    private final Set<Invocation> invocations = ConcurrentHashMap.newKeySet();

    /** Calls without an outcome. */
    private final AtomicInteger count = new AtomicInteger();

    private final Set<Call<?>> calls = ConcurrentHashMap.newKeySet();
    private final PendingSet functions;
    private final int maxPendingCalls;
    private @Nullable Route route;

    ProxyLife(Environment environment, int maxPendingCalls) {
        super(environment);
        functions = new PendingSet(environment);
        this.maxPendingCalls = maxPendingCalls;
    }

    void route(Route newRoute) {
        route = newRoute;
    }

    Route route() {
        if (route == null) {
            throw new IllegalStateException("the proxy has no route yet");
        }
        return route;
    }

    /** What completes when the functions that {@link ServiceProxy#start} runs have returned. */
    PendingSet functions() {
        return functions;
    }

    /** A function for {@link ServiceProxy#start}. */
    <R> Call<R> newCall(Environment environment) {
        Pending<@Nullable Void> ended = functions.add("function");
        Call<R> call =
                new Call<>(
                        environment,
                        done -> {
                            calls.remove(done);
                            ended.complete(null);
                        });
        calls.add(call);
        return call;
    }

    /** A close does not wait for the function that it is called from. */
    void excuse(Thread closer) {
        for (Call<?> call : calls) {
            if (call.isRunBy(closer)) {
                call.excuse();
            }
        }
    }

    void abandonFunctions() {
        calls.forEach(Call::abandon);
    }

    /**
     * Counts a call in, and registers it for abandon, abort and close. {@link #leave} must follow.
     */
    void enter(Invocation invocation) {
        int abandoned = route().abandoned();
        if (count.incrementAndGet() + abandoned > maxPendingCalls) {
            count.decrementAndGet();
            throw new BelayException(
                    ErrorCode.QUOTA_EXCEEDED,
                    "more than "
                            + maxPendingCalls
                            + " calls are pending on the proxy, "
                            + abandoned
                            + " abandoned ones among them");
        }
        invocations.add(invocation);
        invocation.outcome().onEnd(count::decrementAndGet);
        pendings().adopt(invocation.outcome());
    }

    void leave(Invocation invocation) {
        if (!invocation.outcome().isDone()) {
            invocation.fail(CallScope.abandonedFailure());
        }
        invocations.remove(invocation);
    }

    /** Ends the calls of a group, or all that are pending now for 0. */
    void abandon(int callId, Failure why) {
        for (Invocation invocation : invocations) {
            if (callId == 0 || invocation.callId() == callId) {
                invocation.fail(why);
            }
        }
    }

    List<PendingCall> snapshot() {
        return invocations.stream().map(Invocation::snapshot).toList();
    }
}
