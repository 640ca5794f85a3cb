package dev.belay.cancel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Tries all orders in which the steps of a few threads can follow each other, up to a number of
 * preemptions, and runs the scenario once for each.
 *
 * <p>A thread that goes on or must stop costs nothing; each time a thread is stopped though it
 * could go on is a preemption: two are allowed, three in long runs (<code>-Dbelay.races=long</code>
 * ). A scenario that has too many orders to try them all fails.
 */
final class Interleavings {
    private static final boolean LONG = "long".equals(System.getProperty("belay.races"));
    private static final int PREEMPTIONS = LONG ? 3 : 2;
    private static final int MOST_RUNS = LONG ? 10_000_000 : 100_000;

    /** One choice among several threads. */
    private static final class Choice {
        private final int options;
        private int taken;

        Choice(int options) {
            this.options = options;
        }
    }

    /** What is run once for each order. */
    @FunctionalInterface
    interface Scenario {
        /** Adds actors to the race, runs it, and checks what came of it. */
        void run(Race race) throws Exception;
    }

    private final List<Choice> choices = new ArrayList<>();
    private int next;

    private Interleavings() {}

    /** Runs the scenario in all orders; returns how many there were. */
    static int explore(Scenario scenario) {
        return explore(scenario, PREEMPTIONS);
    }

    /**
     * As {@link #explore}, for one that has too many orders for every build: in long runs only,
     * with two preemptions.
     */
    static int exploreLarge(Scenario scenario) {
        assumeTrue(LONG, "only with -Dbelay.races=long");
        return explore(scenario, 2);
    }

    private static int explore(Scenario scenario, int preemptions) {
        FutureTask<Integer> all = new FutureTask<>(() -> runAll(scenario, preemptions));
        // On a virtual thread, as the actors are: so a change of threads is cheap.
        Thread.ofVirtual().start(all);
        try {
            return all.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int runAll(Scenario scenario, int preemptions) {
        Interleavings orders = new Interleavings();
        int runs = 0;
        do {
            runs++;
            orders.next = 0;
            Race race = new Race(orders, preemptions);
            try {
                scenario.run(race);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("in order " + runs + ":\n" + race.trace(), e);
            }
            if (runs > MOST_RUNS) {
                throw new AssertionError(
                        "more than " + MOST_RUNS + " orders: not all were tried; make it smaller");
            }
        } while (orders.advance());
        return runs;
    }

    /**
     * Chooses one of several options: as in the last run up to the choice that is to change, then
     * the first.
     */
    int choose(int options) {
        if (options == 1) {
            return 0;
        }
        if (next == choices.size()) {
            choices.add(new Choice(options));
        }
        Choice choice = choices.get(next++);
        if (choice.options != options) {
            throw new IllegalStateException(
                    "the scenario does not repeat: " + options + " options, had " + choice.options);
        }
        return choice.taken;
    }

    private boolean advance() {
        while (!choices.isEmpty()) {
            Choice last = choices.getLast();
            if (++last.taken < last.options) {
                return true;
            }
            choices.removeLast();
        }
        return false;
    }
}
