package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pending operations that an object owns, so that all of them can be failed at once. An
 * operation may be in several sets: that of its channel and that of its proxy.
 *
 * <p>Any thread. Only {@link #awaitEmpty} waits.
 */
public final class PendingSet implements Owner {
    private final Environment environment;
    private final Object lock = new Object();

    /** Ring of members; guarded by lock. */
    private final Member head = new Member(this, null);

    /** Guarded by lock. */
    private int size;

    /** What fails every operation that is added from now on; guarded by lock. */
    private @Nullable Failure failure;

    /**
     * Completed when the set becomes empty; present while somebody waits for that; guarded by lock.
     */
    private @Nullable Pending<@Nullable Void> emptied;

    /** An empty set. */
    public PendingSet(Environment environment) {
        this.environment = environment;
    }

    /** A new pending operation in this set; it has failed already if the set has. */
    public <T extends @Nullable Object> Pending<T> add(String name) {
        return adopt(Pending.of(environment.clock(), name));
    }

    /** As {@link #add(String)}, for a result that must be closed if nobody gets it. */
    public <T extends @Nullable Object> Pending<T> add(String name, Consumer<? super T> discard) {
        return adopt(Pending.of(environment.clock(), name, discard));
    }

    /**
     * Puts an operation into this set too, until it ends; it fails at once if the set has failed.
     * Returns it.
     */
    @Override
    public <T extends @Nullable Object> Pending<T> adopt(Pending<T> pending) {
        Member member = new Member(this, pending);
        Failure dead;
        environment.clock().step();
        synchronized (lock) {
            dead = failure;
            if (dead == null) {
                link(member);
            }
        }
        if (dead != null) {
            pending.fail(dead);
        } else if (!pending.add(member)) {
            member.ended();
        }
        return pending;
    }

    private void link(Member member) {
        member.before = head.before;
        member.after = head;
        head.before.after = member;
        head.before = member;
        size++;
        environment.ledger().took(Ledger.Kind.PENDING);
    }

    private void remove(Member member) {
        Pending<@Nullable Void> waiting = null;
        environment.clock().step();
        synchronized (lock) {
            if (member.after == member) {
                return;
            }
            member.before.after = member.after;
            member.after.before = member.before;
            member.before = member;
            member.after = member;
            size--;
            environment.ledger().gave(Ledger.Kind.PENDING);
            if (size == 0) {
                waiting = emptied;
                emptied = null;
            }
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /**
     * Fails every operation in the set, and every one that is added later. Each fails exactly once,
     * unless it ended before. Never waits; the closers run here, outside any lock of the set. The
     * first failure stays, a later one only ends what is left.
     */
    public void failAll(Failure why) {
        failure(why);
        failPresent(why);
    }

    /** Fails every operation that is in the set now, and none that is added later. Never waits. */
    public void failPresent(Failure why) {
        environment.clock().step();
        for (Pending<?> pending : members()) {
            pending.fail(why);
        }
    }

    private void failure(Failure why) {
        environment.clock().step();
        synchronized (lock) {
            if (failure == null) {
                failure = why;
            }
        }
    }

    private List<Pending<?>> members() {
        synchronized (lock) {
            List<Pending<?>> members = new ArrayList<>(size);
            for (Member m = head.after; m.pending != null; m = m.after) {
                members.add(m.pending);
            }
            return members;
        }
    }

    /**
     * Waits until no operation is in the set.
     *
     * @return false if the deadline passed or the thread is interrupted first (the flag is kept)
     */
    public boolean awaitEmpty(Deadline deadline) {
        while (true) {
            Pending<@Nullable Void> waiting;
            synchronized (lock) {
                if (size == 0) {
                    return true;
                }
                if (emptied == null) {
                    emptied = Pending.of(environment.clock(), "end of the pending operations");
                }
                waiting = emptied;
            }
            if (!waiting.awaitDone(deadline)) {
                return false;
            }
        }
    }

    /** How many operations are pending; a snapshot. */
    public int size() {
        synchronized (lock) {
            return size;
        }
    }

    /** The place of one operation in one set. */
    private static final class Member extends Pending.Hook {
        private final PendingSet set;
        private final @Nullable Pending<?> pending;
        private Member before = this;
        private Member after = this;

        Member(PendingSet set, @Nullable Pending<?> pending) {
            this.set = set;
            this.pending = pending;
        }

        @Override
        void ended() {
            set.remove(this);
        }
    }
}
