package dev.belay.cancel;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * What the room takes from the machine: a clock, threads, a timer, name resolution, and the ledger
 * that counts what is taken. Handed in, never reached for: programs pass {@link #system()}, tests
 * make their own.
 *
 * <p>Any thread. Nothing here waits.
 */
public final class Environment {
    private static final Environment SYSTEM =
            new Environment(Clock.system(), Environment::addressesOf, null);
    private static final int RESOLVERS = 4;
    private static final int DISPATCHERS = 16;
    private static final int MOST_DISPATCHERS = 256;

    /** Finds the addresses of a host by name; may block for long, and no interrupt may reach it. */
    @FunctionalInterface
    public interface HostResolver {
        /** The addresses, best first; at least one. */
        List<InetAddress> resolve(String host) throws Exception;
    }

    private final Clock clock;
    private final HostResolver resolver;
    private final Ledger ledger = new Ledger();
    private final Timer timer = new Timer(this);
    private final HelperPool resolvers =
            new HelperPool(this, "belay-resolver", RESOLVERS, RESOLVERS);
    private final Executor dispatcher;

    private Environment(Clock clock, HostResolver resolver, @Nullable Executor dispatcher) {
        this.clock = clock;
        this.resolver = resolver;
        this.dispatcher =
                dispatcher == null
                        ? new HelperPool(this, "belay-cancel", DISPATCHERS, MOST_DISPATCHERS)::run
                        : dispatcher;
    }

    /** The one of this process: the machine's clock, threads and name service. */
    public static Environment system() {
        return SYSTEM;
    }

    /** A separate environment with its own timer, threads and ledger. */
    public static Environment of(Clock clock) {
        return new Environment(clock, Environment::addressesOf, null);
    }

    /** As {@link #of(Clock)}, with another name service. */
    public static Environment of(Clock clock, HostResolver resolver) {
        return new Environment(clock, resolver, null);
    }

    /** An environment whose callbacks run where the test says. */
    static Environment withDispatcher(Clock clock, Executor dispatcher) {
        return new Environment(clock, Environment::addressesOf, dispatcher);
    }

    private static List<InetAddress> addressesOf(String host) throws Exception {
        return List.of(InetAddress.getAllByName(host));
    }

    /** The clock of all deadlines here. */
    public Clock clock() {
        return clock;
    }

    /** What is taken at this moment. */
    public Ledger ledger() {
        return ledger;
    }

    /** Starts an internal virtual thread; users never see it and nothing interrupts it. */
    public Thread start(String name, Runnable task) {
        return launch(Thread.ofVirtual().name(name), Ledger.Kind.THREAD, task);
    }

    /**
     * Starts an internal platform thread, a daemon: for work that must go on while virtual threads
     * are busy.
     */
    public Thread startPlatform(String name, Runnable task) {
        return launch(Thread.ofPlatform().daemon().name(name), Ledger.Kind.THREAD, task);
    }

    /** Starts a platform thread that keeps the program running until it ends. */
    public Thread startKeepingAlive(String name, Runnable task) {
        return launch(Thread.ofPlatform().daemon(false).name(name), Ledger.Kind.THREAD, task);
    }

    void startHelper(String name, Runnable task) {
        launch(Thread.ofPlatform().daemon().name(name), Ledger.Kind.HELPER, task);
    }

    private Thread launch(Thread.Builder builder, Ledger.Kind kind, Runnable task) {
        ledger.took(kind);
        boolean started = false;
        try {
            Thread thread =
                    builder.start(
                            () -> {
                                try {
                                    task.run();
                                } finally {
                                    ledger.gave(kind);
                                }
                            });
            started = true;
            return thread;
        } finally {
            if (!started) {
                ledger.gave(kind);
            }
        }
    }

    /**
     * Runs blocking work on an internal virtual thread and ends the pending operation with its
     * result or its failure. A result that comes after the pending operation has failed is
     * discarded by that.
     */
    public <T extends @Nullable Object> void run(
            String name, Pending<T> pending, Callable<T> work) {
        start(name, () -> carryOut(name, pending, work));
    }

    private static <T extends @Nullable Object> void carryOut(
            String name, Pending<T> pending, Callable<T> work) {
        try {
            pending.complete(work.call());
        } catch (Exception e) {
            pending.fail(Failure.of(e, ErrorCode.OTHER, name + " failed"));
        } catch (Error e) {
            pending.fail(Failure.of(e, ErrorCode.OTHER, name + " failed"));
            throw e;
        }
    }

    /**
     * Runs a short action once the deadline has passed, on a shared platform thread. The action
     * must not block: it fails a pending operation. For deadlines that nobody waits for; a waiter
     * times itself out.
     */
    public Registration schedule(Deadline deadline, Runnable action) {
        return timer.schedule(deadline, action);
    }

    /**
     * Runs a callback of the application on a platform thread that is neither the caller's nor one
     * that reads. Sixteen run at once; when all of them hang, one thread more starts every 100 ms,
     * up to 256. Beyond that, callbacks wait until one of those returns.
     */
    public void dispatch(Runnable callback) {
        dispatcher.execute(callback);
    }

    /**
     * Finds the addresses of a host on one of a few platform threads, for no interrupt reaches a
     * name service. An address literal is taken as it is, at once.
     *
     * @param pending gets the addresses, or ENDPOINT_NOT_FOUND
     */
    public void resolve(String host, Pending<List<InetAddress>> pending) {
        InetAddress literal = literal(host);
        if (literal != null) {
            pending.complete(List.of(literal));
            return;
        }
        resolvers.run(
                () -> {
                    if (!pending.isDone()) {
                        answer(host, pending);
                    }
                });
    }

    /** The address that a text is, without asking anybody; null if it is a name. */
    public static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Finds the names of this machine on one of a few platform threads: as it calls itself, and as
     * the name service calls it.
     *
     * @param pending gets the names, or ENDPOINT_NOT_FOUND
     */
    public void ownNames(Pending<List<String>> pending) {
        resolvers.run(
                () -> {
                    try {
                        InetAddress own = InetAddress.getLocalHost();
                        pending.complete(List.of(own.getHostName(), own.getCanonicalHostName()));
                    } catch (UnknownHostException e) {
                        pending.fail(
                                new Failure(
                                        ErrorCode.ENDPOINT_NOT_FOUND,
                                        "this machine does not know its name",
                                        e));
                    }
                });
    }

    private void answer(String host, Pending<List<InetAddress>> pending) {
        try {
            pending.complete(List.copyOf(resolver.resolve(host)));
        } catch (BelayException e) {
            pending.fail(Failure.of(e, ErrorCode.OTHER, "no address"));
        } catch (Exception e) {
            pending.fail(
                    new Failure(ErrorCode.ENDPOINT_NOT_FOUND, "no address for host " + host, e));
        }
    }
}
