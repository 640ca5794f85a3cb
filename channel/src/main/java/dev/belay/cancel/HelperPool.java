package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A few platform threads for work that may block out of reach: name resolution, callbacks of the
 * application. Threads start when there is work and end when they were idle for a while; work
 * beyond the usual number waits its turn. Where none of them gets on, for all of them hang, one
 * thread more starts after a while, and again, up to a last limit: so what hangs holds up the rest,
 * but does not stop it.
 */
final class HelperPool {
    private static final System.Logger LOG = System.getLogger(HelperPool.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** How long work waits behind threads of which none gets on. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Environment environment;
    private final String name;
    private final int usualThreads;
    private final int maxThreads;

    private final Object lock = new Object();

    /** Guarded by lock. */
    private final Deque<Runnable> work = new ArrayDeque<>();

    /** Threads without work, latest first; guarded by lock. */
    private final Deque<Pending<Runnable>> idle = new ArrayDeque<>();

    /** Guarded by lock. */
    private int threads;

    /** Tasks that have ended; guarded by lock. */
    private long ended;

    /** How many had when it was last looked whether any thread gets on; guarded by lock. */
    private long endedBefore;

    /** The next look, while work waits; guarded by lock. */
    private @Nullable Registration look;

    /**
     * No threads yet.
     *
     * @param usualThreads how many work at once
     * @param maxThreads how many there may be when those before hang
     */
    HelperPool(Environment environment, String name, int usualThreads, int maxThreads) {
        this.environment = environment;
        this.name = name;
        this.usualThreads = usualThreads;
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
                    start = threads < usualThreads;
                    if (start) {
                        threads++;
                    }
                    work.addLast(task);
                }
            }
            if (waiting == null) {
                if (start) {
                    environment.startHelper(name, this::loop);
                } else {
                    lookLater();
                }
                return;
            }
            if (waiting.offer(task)) {
                return;
            }
        }
    }

    /** Looks after a while whether any thread has got on, unless somebody will. */
    private void lookLater() {
        if (usualThreads == maxThreads) {
            return;
        }
        synchronized (lock) {
            if (look != null || work.isEmpty()) {
                return; // most often, where much work comes at once
            }
        }
        Deadline patience = Deadline.after(PATIENCE, environment.clock(), "turn");
        Registration next = environment.schedule(patience, this::look);
        boolean wanted;
        synchronized (lock) {
            wanted = look == null && !work.isEmpty();
            if (wanted) {
                look = next;
                endedBefore = ended;
            }
        }
        if (!wanted) {
            next.close();
        }
    }

    /** On the timer's thread. */
    private void look() {
        boolean hang;
        boolean start;
        int before;
        synchronized (lock) {
            look = null;
            before = threads;
            hang = ended == endedBefore && !work.isEmpty();
            start = hang && threads < maxThreads;
            if (start) {
                threads++;
            }
        }
        if (start) {
            environment.startHelper(name, this::loop);
        } else if (hang) {
            LOG.log(Level.WARNING, "{0}: {1} callbacks hang, others wait", name, before);
            return; // the next work looks again
        }
        lookLater();
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
            synchronized (lock) {
                ended++;
            }
        }
    }

    private @Nullable Runnable next() {
        Pending<Runnable> waiting = null;
        Runnable task;
        Registration needless = null;
        synchronized (lock) {
            task = work.pollFirst();
            if (work.isEmpty()) {
                needless = look;
                look = null;
            }
            if (task == null) {
                waiting = Pending.of(environment.clock(), "work");
                idle.addFirst(waiting);
            }
        }
        if (needless != null) {
            needless.close();
        }
        return waiting == null ? task : awaitWork(waiting);
    }

    /** Waits for a task; null if none came for a while, and then the thread ends. */
    private @Nullable Runnable awaitWork(Pending<Runnable> waiting) {
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
