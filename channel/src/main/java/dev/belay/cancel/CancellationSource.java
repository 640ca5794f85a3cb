package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The end of a {@link Cancellation} that cancels. It belongs to the one who runs the operation.
 *
 * <p>Any thread. {@link #cancel} and {@link #end} never wait; {@link #awaitNotices} does.
 */
public final class CancellationSource {
    private final Environment environment;
    private final Cancellation token = new Cancellation(this);
    private final PendingSet notices;
    private final Object lock = new Object();

    /** Callbacks that were not told yet; guarded by lock. */
    private final Set<Entry> entries = new LinkedHashSet<>();

    /** Written under the lock, once. */
    private volatile @Nullable CancelReason reason;

    /** Guarded by lock. */
    private boolean ended;

    /** A source that has not cancelled. */
    public CancellationSource(Environment environment) {
        this.environment = environment;
        this.notices = new PendingSet(environment);
    }

    /** What the operation gets. */
    public Cancellation token() {
        return token;
    }

    @Nullable CancelReason reason() {
        return reason;
    }

    /**
     * Tells the operation to stop. The first reason counts; false if there was one before or the
     * operation has ended. The callbacks run elsewhere; this returns without waiting for them.
     */
    public boolean cancel(CancelReason why) {
        List<Entry> told;
        environment.clock().step();
        synchronized (lock) {
            if (reason != null || ended) {
                return false;
            }
            reason = why;
            told = List.copyOf(entries);
            entries.clear();
        }
        for (Entry entry : told) {
            tell(entry, why);
        }
        return true;
    }

    Registration register(Consumer<CancelReason> callback) {
        Entry entry = new Entry(callback);
        CancelReason why;
        environment.clock().step();
        synchronized (lock) {
            why = reason;
            if (ended) {
                throw new IllegalStateException("onCancel is not allowed: the operation has ended");
            }
            if (why == null) {
                entries.add(entry);
            }
            environment.ledger().took(Ledger.Kind.REGISTRATION);
        }
        if (why != null) {
            tell(entry, why);
        }
        return () -> take(entry);
    }

    private void tell(Entry entry, CancelReason why) {
        Pending<@Nullable Void> notice = notices.add("cancel callback");
        environment.dispatch(
                () -> {
                    try {
                        if (entry.begin(this)) {
                            entry.callback.accept(why);
                        }
                    } finally {
                        notice.complete(null);
                    }
                });
    }

    private void take(Entry entry) {
        environment.clock().step();
        synchronized (lock) {
            entries.remove(entry);
            entry.close(this);
        }
    }

    /**
     * The operation has ended: callbacks that did not begin never will. One that runs now goes on.
     */
    public void end() {
        environment.clock().step();
        synchronized (lock) {
            ended = true;
            for (Entry entry : entries) {
                entry.close(this);
            }
            entries.clear();
        }
    }

    /**
     * Waits for callbacks that have begun or will.
     *
     * @return false if the deadline passed or the thread is interrupted first
     */
    public boolean awaitNotices(Deadline deadline) {
        return notices.awaitEmpty(deadline);
    }

    private static final class Entry {
        private final Consumer<CancelReason> callback;

        /** True once it was told, taken back or ended; guarded by the lock of the source. */
        private boolean closed;

        Entry(Consumer<CancelReason> callback) {
            this.callback = callback;
        }

        boolean begin(CancellationSource source) {
            synchronized (source.lock) {
                return close(source) && !source.ended;
            }
        }

        boolean close(CancellationSource source) {
            if (closed) {
                return false;
            }
            closed = true;
            source.environment.ledger().gave(Ledger.Kind.REGISTRATION);
            return true;
        }
    }
}
