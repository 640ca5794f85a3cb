package dev.belay.benchmarks.load;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Callers that make one call after the other, each on a virtual thread of its own. */
final class ClosedLoop {
    private final Callable<?> call;
    private final int callers;

    ClosedLoop(Callable<?> call, int callers) {
        this.call = call;
        this.callers = callers;
    }

    /** Calls for some time; how long each call took, in nanoseconds. */
    Histogram run(long millis) throws Exception {
        List<FutureTask<Histogram>> tasks = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (int i = 0; i < callers; i++) {
            FutureTask<Histogram> task = new FutureTask<>(() -> loop(start, end));
            tasks.add(task);
            Thread.ofVirtual().start(task);
        }
        start.countDown();
        Histogram all = new Histogram(3);
        for (FutureTask<Histogram> task : tasks) {
            all.add(task.get());
        }
        return all;
    }

    private Histogram loop(CountDownLatch start, long end) throws Exception {
        Histogram histogram = new Histogram(3);
        start.await();
        long before = System.nanoTime();
        while (before < end) {
            call.call();
            long after = System.nanoTime();
            histogram.recordValue(after - before);
            before = after;
        }
        return histogram;
    }
}
