package dev.belay.testing.architecture.bad;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/** Breaks the rule that only the room parks, in every way that the rule knows. */
@SuppressWarnings("all")
public final class ParksInAllWays {
    void park(
            Object lock,
            Thread thread,
            Future<?> future,
            CompletableFuture<?> completable,
            CountDownLatch latch,
            Semaphore semaphore,
            BlockingQueue<Object> queue,
            Condition condition,
            Phaser phaser,
            ExecutorService executor)
            throws Exception {
        lock.wait();
        Thread.sleep(1);
        thread.join();
        LockSupport.parkNanos(1);
        future.get();
        completable.join();
        latch.await();
        semaphore.acquire();
        semaphore.tryAcquire(1, TimeUnit.SECONDS);
        queue.take();
        queue.poll(1, TimeUnit.SECONDS);
        queue.poll();
        condition.await();
        phaser.arriveAndAwaitAdvance();
        executor.close();
    }
}
