package dev.belay.service;

import dev.belay.cancel.CloseWork;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Lifecycle;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The close of a host. */
final class HostClose extends CloseWork<ServiceHostState, HostLife> {
    private static final System.Logger LOG = System.getLogger(HostClose.class.getName());

    private final Environment environment;
    private final Duration stuckTimeout;

    /** What still ran when the last close returned. */
    private volatile List<RunningOperation> stuck = List.of();

    HostClose(
            Lifecycle<ServiceHostState, HostLife> lifecycle,
            Environment environment,
            Duration stuckTimeout) {
        super(lifecycle, environment);
        this.environment = environment;
        this.stuckTimeout = stuckTimeout;
    }

    List<RunningOperation> stuck() {
        return stuck;
    }

    @Override
    protected void gracefully(HostLife life, Deadline deadline) {
        waitFor(
                life,
                "host-close",
                deadline,
                () -> {
                    life.endpoints().forEach(EndpointServer::stopAccepting);
                    return null;
                });
        if (!life.channels().awaitEmpty(deadline) || !life.operations().awaitEmpty(deadline)) {
            throw notInTime(deadline);
        }
    }

    @Override
    protected void drop(HostLife life, Failure why) {}

    @Override
    protected void linger(HostLife life) {
        Deadline limit = Deadline.after(stuckTimeout, environment.clock(), "stuck operations");
        life.operations().awaitEmpty(limit);
        life.channels().awaitEmpty(limit);
        life.endpoints().forEach(EndpointServer::dispose);
        stuck = life.snapshot();
        if (!stuck.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    () ->
                            "the host is closed but these operations still run: "
                                    + stuck.stream()
                                            .map(RunningOperation::toString)
                                            .collect(Collectors.joining("; ")));
        }
    }
}
