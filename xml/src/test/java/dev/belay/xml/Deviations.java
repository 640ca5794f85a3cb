package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the cases in which we do other than a suite says, and compares them with the table of
 * those that are meant.
 */
final class Deviations {
    private final String suite;
    private final Map<String, String> found = new TreeMap<>();
    private int cases;

    Deviations(String suite) {
        this.suite = suite;
    }

    void passed() {
        cases++;
    }

    void add(String name, String what) {
        cases++;
        found.put(name, what);
    }

    void check(String name, Runnable test) {
        try {
            test.run();
            passed();
        } catch (RuntimeException | AssertionError e) {
            add(name, String.valueOf(e));
        }
    }

    /** Fails unless there were so many cases, and exactly those of the table deviate. */
    void assertAsDecided(int expectedCases) {
        assertEquals(expectedCases, cases, () -> suite + ": cases");
        Map<String, String> decided = Vectors.decidedAgainst(suite);
        if (!decided.keySet().equals(found.keySet())) {
            var lines = new StringBuilder();
            found.forEach(
                    (name, what) -> {
                        if (!decided.containsKey(name)) {
                            lines.append("deviates: ")
                                    .append(name)
                                    .append(": ")
                                    .append(what)
                                    .append('\n');
                        }
                    });
            decided.forEach(
                    (name, why) -> {
                        if (!found.containsKey(name)) {
                            lines.append("passes now: ")
                                    .append(name)
                                    .append(": ")
                                    .append(why)
                                    .append('\n');
                        }
                    });
            throw new AssertionError(suite + ", " + cases + " cases:\n" + lines);
        }
        assertEquals(decided.keySet(), found.keySet());
    }
}
