package dev.belay.cancel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * One run of a scenario: its actors run one at a time, each on a thread of its own, and change only
 * at the steps of the room. It is the clock of all that the scenario makes. Time passes only when
 * an actor says so, or when nobody could go on otherwise.
 */
final class Race extends Clock {
    private enum State {
        READY,
        PARKED,
        DONE
    }

    private final class Actor {
        private final String name;
        private final Body body;
        private final Semaphore go = new Semaphore(0);
        private State state = State.READY;
        private boolean permit;
        private boolean interrupted;
        private long until = NEVER;
        private Thread thread = Thread.currentThread();

        Actor(String name, Body body) {
            this.name = name;
            this.body = body;
        }

        private void run() {
            go.acquireUninterruptibly();
            try {
                body.run();
            } catch (Throwable e) {
                failure = e;
            }
            state = State.DONE;
            back.release();
        }
    }

    /** What an actor does. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    private final Interleavings orders;
    private final List<Actor> actors = new ArrayList<>();
    private final Semaphore back = new Semaphore(0);
    private final StringBuilder trace = new StringBuilder();
    private int preemptionsLeft;
    private volatile Actor current;
    private volatile long now;
    private volatile Throwable failure;

    Race(Interleavings orders, int preemptions) {
        this.orders = orders;
        this.preemptionsLeft = preemptions;
    }

    /** Adds a thread to the race. */
    Race actor(String name, Body body) {
        actors.add(new Actor(name, body));
        return this;
    }

    /** Runs all actors to their ends. */
    void go() {
        for (Actor actor : actors) {
            actor.thread = Thread.ofVirtual().name(actor.name).start(actor::run);
        }
        while (true) {
            Actor chosen = choose();
            if (chosen == null) {
                break;
            }
            if (chosen != current) {
                trace.append(chosen.name).append('\n');
            }
            current = chosen;
            chosen.state = State.READY;
            chosen.go.release();
            back.acquireUninterruptibly();
        }
        current = null;
        if (failure != null) {
            throw new AssertionError("an actor failed", failure);
        }
    }

    private Actor choose() {
        while (true) {
            List<Actor> ready = actors.stream().filter(this::canRun).toList();
            if (!ready.isEmpty()) {
                return pick(ready);
            }
            if (actors.stream().allMatch(actor -> actor.state == State.DONE)) {
                return null;
            }
            long nearest =
                    actors.stream()
                            .filter(a -> a.state == State.PARKED)
                            .mapToLong(a -> a.until)
                            .min()
                            .orElse(NEVER);
            if (nearest == NEVER) {
                throw new AssertionError("nobody can go on: " + waiting());
            }
            now = nearest;
        }
    }

    private Actor pick(List<Actor> ready) {
        boolean goesOn = current != null && ready.contains(current);
        if (goesOn && preemptionsLeft == 0) {
            return current;
        }
        List<Actor> options = new ArrayList<>(ready);
        if (goesOn) {
            options.remove(current);
            options.addFirst(current);
        }
        int chosen = orders.choose(options.size());
        if (goesOn && chosen > 0) {
            preemptionsLeft--;
        }
        return options.get(chosen);
    }

    private boolean canRun(Actor actor) {
        return switch (actor.state) {
            case READY -> true;
            case PARKED -> actor.permit || actor.until <= now || actor.interrupted;
            case DONE -> false;
        };
    }

    private String waiting() {
        return actors.stream()
                .filter(actor -> actor.state == State.PARKED)
                .map(actor -> actor.name)
                .toList()
                .toString();
    }

    /** In which order the actors ran. */
    String trace() {
        return trace.toString();
    }

    /** Moves time; called by an actor. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // only one actor runs at a time
    void passes(Duration time) {
        step();
        now = now + time.toNanos();
    }

    /** Interrupts the actor with that name; called by an actor. */
    void interrupt(String name) {
        step();
        for (Actor actor : actors) {
            if (actor.name.equals(name) && actor.state != State.DONE) {
                actor.interrupted = true;
                actor.thread.interrupt();
            }
        }
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    protected void step() {
        Actor me = current;
        if (me != null && me.thread == Thread.currentThread()) {
            giveWay(me);
        }
    }

    private void giveWay(Actor me) {
        back.release();
        me.go.acquireUninterruptibly();
    }

    @Override
    protected void park(Object blocker, long untilNanos) {
        Actor me = current;
        if (me == null || me.thread != Thread.currentThread()) {
            throw new AssertionError("only actors wait here: " + blocker);
        }
        me.until = untilNanos;
        me.state = State.PARKED;
        giveWay(me);
        me.permit = false;
    }

    @Override
    protected void unpark(Thread thread) {
        for (Actor actor : actors) {
            if (actor.thread == thread) {
                actor.permit = true;
            }
        }
    }
}
