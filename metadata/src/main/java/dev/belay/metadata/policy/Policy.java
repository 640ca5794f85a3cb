package dev.belay.metadata.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A policy in normal form: one of the alternatives must hold. Without any alternative nothing
 * satisfies it; an alternative without assertions is satisfied by everything. Immutable.
 */
public record Policy(List<Alternative> alternatives) {
    /** Assertions that hold together. */
    public record Alternative(List<Assertion> assertions) {
        public Alternative {
            assertions = List.copyOf(assertions);
        }
    }

    /** Demands nothing. */
    public static final Policy NONE = new Policy(List.of(new Alternative(List.of())));

    /** How many alternatives a policy may have. */
    public static final int MAX_ALTERNATIVES = 1024;

    public Policy {
        alternatives = List.copyOf(alternatives);
    }

    /** Whether both together stay within {@link #MAX_ALTERNATIVES}. */
    public boolean canMerge(Policy other) {
        return (long) alternatives.size() * other.alternatives.size() <= MAX_ALTERNATIVES;
    }

    /**
     * The policy that demands what both demand.
     *
     * @throws IllegalArgumentException if {@link #canMerge} is false
     */
    public Policy merge(Policy other) {
        if (!canMerge(other)) {
            throw new IllegalArgumentException("more than " + MAX_ALTERNATIVES + " alternatives");
        }
        List<Alternative> merged = new ArrayList<>();
        for (Alternative mine : alternatives) {
            for (Alternative theirs : other.alternatives) {
                List<Assertion> all = new ArrayList<>(mine.assertions());
                all.addAll(theirs.assertions());
                merged.add(new Alternative(all));
            }
        }
        return new Policy(merged);
    }
}
