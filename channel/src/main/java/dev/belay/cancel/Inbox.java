package dev.belay.cancel;

import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A bounded queue between threads, the only one that waits. Bounded by number and by weight; an
 * element heavier than the whole bound fits only when the queue is empty. It ends in one of three
 * ways: {@link #finish} (what is inside is still given out, then null), {@link #failAfter} (the
 * same, then the failure) and {@link #failNow} (nothing more is given out).
 *
 * <p>Any thread. {@link #put}, {@link #take} and {@link #takeAll} wait; nothing else does.
 *
 * @param <T> the elements
 */
public final class Inbox<T> {
    private final Environment environment;
    private final String name;
    private final int maxCount;
    private final long maxWeight;
    private final ToLongFunction<? super T> weigher;
    private final Consumer<? super T> discard;

    private final Object lock = new Object();

    /** Guarded by lock. */
    private final Deque<T> elements = new ArrayDeque<>();

    /** Those who wait for an element; guarded by lock. */
    private final Deque<Pending<@Nullable Void>> takers = new ArrayDeque<>();

    /** Those who wait for room; guarded by lock. */
    private final Deque<Pending<@Nullable Void>> putters = new ArrayDeque<>();

    /** Guarded by lock. */
    private long weight;

    /** True once nothing more may come; guarded by lock. */
    private boolean finished;

    /** What takers get when nothing is left; guarded by lock. */
    private @Nullable Failure failure;

    /**
     * An empty queue.
     *
     * @param name what is waited for, for messages
     * @param maxCount how many elements it holds at most
     * @param maxWeight how heavy they may be together
     * @param weigher the weight of one
     * @param discard what to do with an element that nobody will take; must not block
     */
    public Inbox(
            Environment environment,
            String name,
            int maxCount,
            long maxWeight,
            ToLongFunction<? super T> weigher,
            Consumer<? super T> discard) {
        this.environment = environment;
        this.name = name;
        this.maxCount = maxCount;
        this.maxWeight = maxWeight;
        this.weigher = weigher;
        this.discard = discard;
    }

    /** A queue bounded by number only, whose elements need no closing. */
    public Inbox(Environment environment, String name, int maxCount) {
        this(environment, name, maxCount, Long.MAX_VALUE, _ -> 0, _ -> {});
    }

    /**
     * Puts the element in if there is room and the queue has not ended; never waits, never
     * discards.
     */
    public boolean offer(T element) {
        environment.clock().step();
        synchronized (lock) {
            if (finished || !hasRoom(element)) {
                return false;
            }
            add(element);
        }
        wake(takers);
        return true;
    }

    /**
     * Puts the element in, waiting for room.
     *
     * @param onInterrupt the code for an interrupted thread
     * @param owner what also ends the wait, or null
     * @return false if the queue has ended, and then the element was discarded
     * @throws dev.belay.error.BelayException the deadline passed, or the thread is interrupted; the
     *     element stays with the caller
     */
    public boolean put(T element, Deadline deadline, ErrorCode onInterrupt, @Nullable Owner owner) {
        boolean waited = false;
        while (true) {
            Pending<@Nullable Void> room = null;
            boolean added = false;
            environment.clock().step();
            synchronized (lock) {
                if (!finished && hasRoom(element)) {
                    add(element);
                    added = true;
                } else if (!finished) {
                    room = Pending.of(environment.clock(), "room in " + name);
                    putters.addLast(room);
                }
            }
            if (added) {
                wake(takers);
                if (waited) {
                    wake(putters);
                }
                return true;
            }
            if (room == null) {
                discard.accept(element);
                return false;
            }
            waited = true;
            await(room, putters, deadline, onInterrupt, owner);
        }
    }

    /**
     * Puts the element in without regard to the bounds, unless the queue has ended; never waits,
     * never discards. Together with {@link #awaitRoom} for those who must not wait at the moment
     * when the order is fixed.
     */
    public boolean push(T element) {
        return push(element, false);
    }

    /**
     * As {@link #push(Object)}, but nothing can be put in behind it: {@link #finish} in the same
     * step.
     */
    public boolean pushLast(T element) {
        return push(element, true);
    }

    private boolean push(T element, boolean isLast) {
        environment.clock().step();
        synchronized (lock) {
            if (finished) {
                return false;
            }
            add(element);
            finished = isLast;
        }
        if (isLast) {
            finish();
        } else {
            wake(takers);
        }
        return true;
    }

    /**
     * Waits until the queue is below its bounds; others may fill it again before the caller pushes.
     *
     * @param onInterrupt the code for an interrupted thread
     * @param owner what also ends the wait, or null
     * @return false if the queue has ended
     * @throws dev.belay.error.BelayException the deadline passed, or the thread is interrupted
     */
    public boolean awaitRoom(Deadline deadline, ErrorCode onInterrupt, @Nullable Owner owner) {
        while (true) {
            Pending<@Nullable Void> room;
            environment.clock().step();
            synchronized (lock) {
                if (finished) {
                    return false;
                }
                if (elements.size() < maxCount && weight < maxWeight) {
                    return true;
                }
                room = Pending.of(environment.clock(), "room in " + name);
                putters.addLast(room);
            }
            await(room, putters, deadline, onInterrupt, owner);
            wake(putters);
        }
    }

    private boolean hasRoom(T element) {
        return elements.isEmpty()
                || (elements.size() < maxCount
                        && weight + weigher.applyAsLong(element) <= maxWeight);
    }

    private void add(T element) {
        elements.addLast(element);
        weight += weigher.applyAsLong(element);
    }

    /**
     * Takes the oldest element, waiting for one.
     *
     * @param onInterrupt the code for an interrupted thread
     * @param owner what also ends the wait, or null
     * @return null if the queue has finished and is empty
     * @throws dev.belay.error.BelayException the failure of the queue, or the deadline passed, or
     *     the thread is interrupted; no element is lost by that
     */
    public @Nullable T take(Deadline deadline, ErrorCode onInterrupt, @Nullable Owner owner) {
        List<T> one = takeAll(1, deadline, onInterrupt, owner);
        return one.isEmpty() ? null : one.getFirst();
    }

    /**
     * Takes all elements there are, but at most so many, waiting for the first; empty if the queue
     * has finished.
     *
     * @throws dev.belay.error.BelayException as {@link #take}
     */
    public List<T> takeAll(
            int most, Deadline deadline, ErrorCode onInterrupt, @Nullable Owner owner) {
        while (true) {
            Pending<@Nullable Void> arrival = null;
            List<T> taken = List.of();
            Failure dead = null;
            environment.clock().step();
            synchronized (lock) {
                if (!elements.isEmpty()) {
                    taken = poll(most);
                } else if (!finished) {
                    arrival = Pending.of(environment.clock(), name);
                    takers.addLast(arrival);
                } else {
                    dead = failure;
                }
            }
            if (dead != null) {
                throw dead.toException();
            }
            if (arrival == null) {
                if (!taken.isEmpty()) {
                    passOn();
                }
                return taken;
            }
            await(arrival, takers, deadline, onInterrupt, owner);
        }
    }

    private List<T> poll(int most) {
        List<T> taken = new ArrayList<>(Math.min(most, elements.size()));
        while (taken.size() < most && !elements.isEmpty()) {
            T element = elements.removeFirst();
            weight -= weigher.applyAsLong(element);
            taken.add(element);
        }
        return taken;
    }

    /** After taking: there may be room for one who waits, and elements for another taker. */
    private void passOn() {
        wake(putters);
        boolean more;
        synchronized (lock) {
            more = !elements.isEmpty() && !takers.isEmpty();
        }
        if (more) {
            wake(takers);
        }
    }

    private void await(
            Pending<@Nullable Void> turn,
            Deque<Pending<@Nullable Void>> waiting,
            Deadline deadline,
            ErrorCode onInterrupt,
            @Nullable Owner owner) {
        boolean passed = false;
        try {
            if (owner != null) {
                owner.adopt(turn);
            }
            turn.await(deadline, onInterrupt);
            passed = true;
        } finally {
            if (!passed) {
                synchronized (lock) {
                    waiting.remove(turn);
                }
            }
        }
    }

    /** Gives the turn to the first who waits; those who gave up meanwhile are skipped. */
    private void wake(Deque<Pending<@Nullable Void>> waiting) {
        while (true) {
            Pending<@Nullable Void> turn;
            environment.clock().step();
            synchronized (lock) {
                turn = waiting.pollFirst();
            }
            if (turn == null || turn.complete(null)) {
                return;
            }
        }
    }

    /** Nothing more comes; what is inside is still given out. */
    public void finish() {
        end(null, false);
    }

    /** Nothing more comes; what is inside is still given out, then takers get the failure. */
    public void failAfter(Failure why) {
        end(why, false);
    }

    /** Ends at once: what is inside is discarded, takers get the failure. */
    public void failNow(Failure why) {
        end(why, true);
    }

    private void end(@Nullable Failure why, boolean drop) {
        List<T> dropped = List.of();
        List<Pending<@Nullable Void>> waiting = new ArrayList<>();
        environment.clock().step();
        synchronized (lock) {
            if (!finished || (failure == null && why != null && drop)) {
                failure = why;
            }
            finished = true;
            if (drop) {
                dropped = poll(Integer.MAX_VALUE);
            }
            waiting.addAll(takers);
            waiting.addAll(putters);
            takers.clear();
            putters.clear();
        }
        for (Pending<@Nullable Void> turn : waiting) {
            turn.complete(null);
        }
        dropped.forEach(discard);
    }

    /** How many elements are inside; a snapshot. */
    public int size() {
        synchronized (lock) {
            return elements.size();
        }
    }

    /** True once it has ended and nothing is left inside. */
    public boolean isExhausted() {
        synchronized (lock) {
            return finished && elements.isEmpty();
        }
    }
}
