package dev.belay.testing.shop;

import dev.belay.service.ServiceProxy;
import dev.belay.testing.shop.contract.Shop;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Sees through a proxy of its own how the server's blocking calls fare. */
final class Watch implements AutoCloseable {
    private static final int STARTED_SECONDS = 10;
    private static final int TOLD_SECONDS = 3;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ServiceProxy<Shop> proxy;
    private final Blocks.Counts before;

    Watch(Site site) {
        proxy = site.open();
        before = counts();
    }

    private Blocks.Counts counts() {
        int[] counts = proxy.contract().blocks();
        if (counts == null || counts.length != 3) {
            throw new IllegalStateException("Blocks() gave " + Arrays.toString(counts));
        }
        return new Blocks.Counts(counts[0], counts[1], counts[2]);
    }

    /** Waits until one more runs. */
    void started() throws Unexpected {
        if (!until(now -> now.sum() > before.sum(), new Stopwatch(), STARTED_SECONDS)) {
            throw new Unexpected("Block to run at the server", "nothing for some seconds");
        }
    }

    /** Waits until the server was told that one's caller is gone. */
    String told(Stopwatch clock) throws Unexpected {
        if (!until(now -> now.told() > before.told(), clock, TOLD_SECONDS)) {
            throw new Unexpected("the server to be told", counts() + ", before " + before);
        }
        return "server told after " + clock;
    }

    /** Sees to it that none was told since the beginning. */
    void notTold() throws Unexpected {
        Expect.equal(before.told(), counts().told(), "calls told");
    }

    private boolean until(Predicate<Blocks.Counts> condition, Stopwatch clock, int seconds) {
        while (!condition.test(counts())) {
            if (clock.millis() > TimeUnit.SECONDS.toMillis(seconds)) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    @Override
    public void close() {
        proxy.close();
    }
}
