package dev.belay.channel;

import dev.belay.cancel.CloseWork;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Failure;
import dev.belay.cancel.Pending;
import dev.belay.cancel.Registration;
import dev.belay.channel.spi.ChannelDriver;
import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.soap.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One life of a channel whose exchanges are driven by the threads of their callers. Each piece of
 * I/O is a pending operation; what fails it (abort, abandon, its deadline) ends the exchange and
 * its connection, and so the caller's thread gets out.
 */
final class UnsharedLink extends Link {
    /** The piece of I/O that runs; one at a time. */
    private record Work(@Nullable Message message, Pending<?> outcome) {}

    @FunctionalInterface
    private interface Io<T extends @Nullable Object> {
        T run(Pending<T> outcome) throws IOException;
    }

    private final AtomicReference<@Nullable Work> current = new AtomicReference<>();

    UnsharedLink(Channel channel, Environment environment) {
        super(channel, environment);
    }

    @Override
    void opened() {}

    @Override
    void send(Message message, Pending<@Nullable Message> outcome, Deadline deadline) {
        pendings().adopt(outcome);
        ChannelDriver driver = driver();
        run(
                "send",
                message,
                outcome,
                deadline,
                mine -> {
                    driver.send(message, mine, null, deadline);
                    return null;
                });
    }

    @Override
    void send(Message message, Deadline deadline) {
        Pending<@Nullable Void> written = pendings().add("send");
        ChannelDriver driver = driver();
        run(
                "send",
                message,
                written,
                deadline,
                outcome -> {
                    driver.send(message, outcome, null, deadline);
                    return null;
                });
        written.await(Deadline.NONE, ErrorCode.OPERATION_ABANDONED);
    }

    @Override
    void request(Message message, Pending<@Nullable Message> outcome, Deadline deadline) {
        pendings().adopt(outcome);
        ChannelDriver driver = driver();
        run(
                "request",
                message,
                outcome,
                deadline,
                mine -> {
                    driver.send(message, mine, null, deadline);
                    return given(driver.receive(mine, deadline));
                });
    }

    @Override
    @Nullable Message receive(Deadline deadline) {
        Pending<@Nullable Message> outcome = pendings().add("receive");
        ChannelDriver driver = driver();
        run("receive", null, outcome, deadline, mine -> given(driver.receive(mine, deadline)));
        return outcome.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
    }

    /** Runs I/O on the caller's thread and ends the outcome, in every case. */
    private <T extends @Nullable Object> void run(
            String call,
            @Nullable Message message,
            Pending<T> outcome,
            Deadline deadline,
            Io<T> io) {
        Work work = new Work(message, outcome);
        if (!current.compareAndSet(null, work)) {
            outcome.fail(Failure.of(ErrorCode.INVALID_OPERATION, "an exchange is under way"));
            throw new IllegalStateException(call + " is not allowed: an exchange is under way");
        }
        ErrorCode onInterrupt =
                "receive".equals(call)
                        ? ErrorCode.OPERATION_ABORTED
                        : ErrorCode.OPERATION_ABANDONED;
        Registration timer = environment.schedule(deadline, () -> outcome.fail(deadline.failure()));
        boolean completed = false;
        try {
            if (Thread.currentThread().isInterrupted()) {
                outcome.fail(Failure.of(onInterrupt, "interrupted before " + call));
            } else if (!outcome.isDone()) {
                completed = outcome.complete(io.run(outcome));
            }
        } catch (IllegalStateException misuse) {
            if (outcome.fail(failure(misuse, call, onInterrupt))) {
                throw misuse; // else it was called off, and what then is missing is nobody's fault
            }
        } catch (IOException | RuntimeException e) {
            outcome.fail(failure(e, call, onInterrupt));
        } finally {
            timer.close();
            if (!completed || !"send".equals(call)) {
                driver().endExchange(completed);
            }
            current.set(null);
        }
    }

    private static Failure failure(Exception e, String call, ErrorCode onInterrupt) {
        boolean interrupted =
                Thread.currentThread().isInterrupted() && !(e instanceof BelayException);
        return interrupted
                ? new Failure(onInterrupt, "interrupted in " + call, e)
                : Failures.of(e, call);
    }

    @Override
    boolean hasQueued() {
        return false;
    }

    @Override
    void shutdownSession(Deadline deadline) {
        throw new IllegalStateException(
                "shutdownSession is not allowed: the channel has no session");
    }

    @Override
    boolean isSessionShutDown() {
        return false;
    }

    @Override
    boolean abandon(Message message) {
        Work work = current.get();
        return work != null && work.message == message && work.outcome.fail(Channel.abandoned());
    }

    @Override
    boolean closeGracefully(ChannelCloseWork work, Deadline deadline) {
        if (!pendings().awaitEmpty(deadline)) {
            throw CloseWork.notInTime(deadline);
        }
        return true;
    }

    @Override
    void drop(Failure why) {}
}
