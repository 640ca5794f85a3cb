package dev.belay.cli.demo;

import dev.belay.cancel.CancelReason;
import dev.belay.cancel.Clock;
import dev.belay.cancel.Deadline;
import dev.belay.cancel.Environment;
import dev.belay.cancel.Inbox;
import dev.belay.cancel.Pending;
import dev.belay.cli.demo.Timeline.Side;
import dev.belay.cli.demo.calculator.Blocking;
import dev.belay.error.ErrorCode;
import dev.belay.service.OperationContext;
import dev.belay.service.SessionKey;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The service of the scenes: a call of it waits until it is released or called off. */
final class BlockingService implements Blocking {
    private static final SessionKey<Queue<Pending<Boolean>>> WAITING = SessionKey.named("waiting");

    private final Timeline timeline;
    private final Inbox<String> arrivals = inbox("arrivals");
    private final Inbox<CancelReason> notices = inbox("notices");

    BlockingService(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public boolean block() {
        Pending<Boolean> release = Pending.of(Clock.system(), "block");
        OperationContext context = OperationContext.current();
        context.session().getOrPut(WAITING, ConcurrentLinkedQueue::new).add(release);
        context.onCancel(
                reason -> {
                    timeline.event(Side.SERVER, "the operation is told: " + reason.name());
                    release.complete(false);
                    notices.offer(reason);
                });
        timeline.event(Side.SERVER, "block() runs, and waits");
        arrivals.offer("block");
        return release.await(Deadline.NONE, ErrorCode.OPERATION_ABORTED);
    }

    @Override
    public int unblock() {
        Queue<Pending<Boolean>> waiting =
                OperationContext.current().session().getOrPut(WAITING, ConcurrentLinkedQueue::new);
        int released = 0;
        for (Pending<Boolean> next = waiting.poll(); next != null; next = waiting.poll()) {
            if (next.complete(true)) {
                released++;
            }
        }
        timeline.event(Side.SERVER, "unblock() releases " + released);
        return released;
    }

    /** Waits until this many calls of block run. */
    void awaitArrivals(int count) {
        for (int i = 0; i < count; i++) {
            if (next(arrivals) == null) {
                throw new IllegalStateException("block() was called but did not arrive");
            }
        }
    }

    /** Waits for the next notice to an operation; null if there is none in time. */
    @Nullable CancelReason awaitNotice() {
        return next(notices);
    }

    private static <T> @Nullable T next(Inbox<T> inbox) {
        Deadline deadline =
                Deadline.after(Duration.ofSeconds(3), Clock.system(), "the demo's wait");
        return inbox.take(deadline, ErrorCode.OPERATION_ABORTED, null);
    }

    private static <T> Inbox<T> inbox(String name) {
        return new Inbox<>(Environment.system(), name, 100);
    }
}
