package dev.belay.service;

import dev.belay.cancel.Environment;
import dev.belay.cancel.Epoch;
import dev.belay.cancel.Pending;
import dev.belay.cancel.PendingSet;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One life of a host, from an open to the end of its close: its endpoints, their channels, and the
 * operations that run.
 */
final class HostLife extends Epoch {
    private final ServiceHost host;
    private final Environment environment;
    private final List<EndpointServer> endpoints;
    private final PendingSet channels;
    private final PendingSet operations;
    private final Set<OperationRun> running = ConcurrentHashMap.newKeySet();

    /** Completed when the host serves no more: it was aborted or is closed. */
    private final Pending<@Nullable Void> over;

    HostLife(ServiceHost host, Environment environment, List<ServiceEndpoint> served) {
        super(environment);
        this.host = host;
        this.environment = environment;
        channels = new PendingSet(environment);
        operations = new PendingSet(environment);
        over = Pending.of(environment.clock(), "end of the host");
        endpoints = served.stream().map(each -> new EndpointServer(this, each)).toList();
        onFailure(this::abort);
    }

    private void abort() {
        endpoints.forEach(EndpointServer::abort);
        over.complete(null);
    }

    ServiceHost host() {
        return host;
    }

    Environment environment() {
        return environment;
    }

    List<EndpointServer> endpoints() {
        return endpoints;
    }

    /** What completes when the accepted channels are over. */
    PendingSet channels() {
        return channels;
    }

    /** What completes when the operations and callbacks have returned. */
    PendingSet operations() {
        return operations;
    }

    Pending<@Nullable Void> over() {
        return over;
    }

    void began(OperationRun run) {
        run.endsWith(operations.add("operation"));
        running.add(run);
    }

    void ended(OperationRun run) {
        running.remove(run);
        run.ended();
    }

    List<RunningOperation> snapshot() {
        return running.stream().map(OperationRun::snapshot).toList();
    }
}
