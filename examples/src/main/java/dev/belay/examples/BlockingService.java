package dev.belay.examples;

import dev.belay.service.OperationContext;
import dev.belay.service.SessionKey;

import org.example.calculator.Blocking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Calls that wait until another call of the same session lets them go, or until they are called
 * off.
 */
final class BlockingService implements Blocking {
    private static final SessionKey<Queue<CountDownLatch>> WAITING = SessionKey.named("waiting");

    @Override
    public boolean block() {
        OperationContext context = OperationContext.current();
        // Told once, whoever calls this off: the caller, the host, or a lost connection.
        context.onCancel(reason -> System.out.println("block() is told: " + reason.name()));
        CountDownLatch release = new CountDownLatch(1);
        context.session().getOrPut(WAITING, ConcurrentLinkedQueue::new).add(release);
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            // After the notice the thread is interrupted, so a wait like this one ends.
            return false;
        }
    }

    @Override
    public int unblock() {
        Queue<CountDownLatch> waiting =
                OperationContext.current().session().getOrPut(WAITING, ConcurrentLinkedQueue::new);
        int released = 0;
        for (CountDownLatch next = waiting.poll(); next != null; next = waiting.poll()) {
            next.countDown();
            released++;
        }
        return released;
    }
}
