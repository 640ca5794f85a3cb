package dev.belay.testing.service;

import dev.belay.cancel.CancelReason;
import dev.belay.service.OperationContext;
import dev.belay.testing.service.blocking.BlockUnBlockService;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A service whose first operation waits until the second lets it go, until it is called off or
 * until it is interrupted.
 */
final class Gate implements BlockUnBlockService {
    /** What happened, in the order in which it did. */
    enum Event {
        BLOCKED,
        TOLD_HOST_ABORT,
        TOLD_CHANNEL_FAULTED,
        INTERRUPTED,
        RETURNED
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Semaphore passes = new Semaphore(0);

    @Override
    public void block() {
        try (var _ = OperationContext.current().onCancel(this::told)) {
            events.add(Event.BLOCKED);
            passes.acquire();
            events.add(Event.RETURNED);
        } catch (InterruptedException e) {
            events.add(Event.INTERRUPTED);
        }
    }

    /** The same, but it does not end when it is called off or interrupted. */
    BlockUnBlockService deaf() {
        return new BlockUnBlockService() {
            @Override
            public void block() {
                events.add(Event.BLOCKED);
                passes.acquireUninterruptibly();
                events.add(Event.RETURNED);
            }

            @Override
            public void unBlock() {
                passes.release();
            }
        };
    }

    private void told(CancelReason reason) {
        events.add(
                reason.is(CancelReason.HOST_ABORT)
                        ? Event.TOLD_HOST_ABORT
                        : Event.TOLD_CHANNEL_FAULTED);
    }

    @Override
    public void unBlock() {
        passes.release();
    }

    /** Lets operations go on without a call. */
    void release(int operations) {
        passes.release(operations);
    }

    /** For {@link dev.belay.service.ServiceProxy#start}. */
    static boolean blockAndSayTrue(BlockUnBlockService service) {
        service.block();
        return true;
    }

    /** Waits for an event; others before it are passed over. */
    void awaitEvent(Event event) throws InterruptedException {
        Event next;
        do {
            next = next();
            if (next == null) {
                throw new AssertionError("no " + event);
            }
        } while (next != event);
    }

    /** Waits for the next event. */
    @Nullable Event next() throws InterruptedException {
        return events.poll(ServiceBed.SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next event if there is one already. */
    @Nullable Event nextNow() {
        return events.poll();
    }
}
