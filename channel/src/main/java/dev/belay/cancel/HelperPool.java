package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A few platform threads for work that may block out of reach: name resolution, callbacks of the
 * application. Threads start when there is work and end when they were idle for a while; work
 * beyond the limit waits its turn.
 */
final class HelperPool {
    private static final System.Logger LOG = System.getLogger(HelperPool.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Environment environment;
    private final String name;
    private final int maxThreads;

    private final Object lock = new Object();

    /** Guarded by lock. */
    private final Deque<Runnable> work = new ArrayDeque<>();

    /** Threads without work, latest first; guarded by lock. */
    private final Deque<Pending<Runnable>> idle = new ArrayDeque<>();

    /** Guarded by lock. */
    private int threads;

    HelperPool(Environment environment, String name, int maxThreads) {
        this.environment = environment;
        this.name = name;
        this.maxThreads = maxThreads;
    }

    /** Hands work over; never waits. */
    void run(Runnable task) {
        while (true) {
            Pending<Runnable> waiting;
            boolean start = false;
            synchronized (lock) {
                waiting = idle.pollFirst();
                if (waiting == null) {
                    start = threads < maxThreads;
                    if (start) {
                        threads++;
                    }
                    work.addLast(task);
                }
            }
            if (waiting == null) {
                if (start) {
                    environment.startHelper(name, this::loop);
                }
                return;
            }
            if (waiting.offer(task)) {
                return;
            }
        }
    }

    private void loop() {
        while (true) {
            Runnable task = next();
            if (task == null) {
                return;
            }
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, "a callback threw", e);
            }
            Thread.interrupted();
        }
    }

    private @Nullable Runnable next() {
        Pending<Runnable> waiting;
        synchronized (lock) {
            Runnable task = work.pollFirst();
            if (task != null) {
                return task;
            }
            waiting = Pending.of(environment.clock(), "work");
            idle.addFirst(waiting);
        }
        Deadline idleLimit = Deadline.after(IDLE, environment.clock(), "idle");
        if (!waiting.awaitDone(idleLimit)) {
            synchronized (lock) {
                if (idle.remove(waiting)) {
                    threads--;
                    return null;
                }
            }
        }
        return waiting.await(Deadline.NONE, dev.belay.error.ErrorCode.OPERATION_ABORTED);
    }
}
