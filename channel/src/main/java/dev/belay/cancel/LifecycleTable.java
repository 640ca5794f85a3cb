package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;

/**
 * The legal transitions of one kind of object, as data. Immutable once built; any thread.
 *
 * @param <S> the states
 */
public final class LifecycleTable<S extends Enum<S>> {
    private final Map<S, Map<Trigger, S>> transitions;
    private final S initial;
    private final S open;
    private final S closing;

    private LifecycleTable(Builder<S> builder) {
        transitions = builder.transitions;
        initial = builder.initial;
        open = builder.open;
        closing = builder.closing;
    }

    /**
     * Begins a table.
     *
     * @param states the class of the states
     * @param initial the state of a new object and of one that was reset
     * @param open the state in which the object can be used
     * @param closing the state while a close runs
     */
    public static <S extends Enum<S>> Builder<S> of(Class<S> states, S initial, S open, S closing) {
        return new Builder<>(states, initial, open, closing);
    }

    /** The state that follows, or null if the trigger is illegal in that state. */
    public @Nullable S next(S from, Trigger trigger) {
        Map<Trigger, S> row = transitions.get(from);
        return row == null ? null : row.get(trigger);
    }

    S initial() {
        return initial;
    }

    S open() {
        return open;
    }

    S closing() {
        return closing;
    }

    /** Collects transitions. One thread. */
    public static final class Builder<S extends Enum<S>> {
        private final Map<S, Map<Trigger, S>> transitions;
        private final S initial;
        private final S open;
        private final S closing;

        private Builder(Class<S> states, S initial, S open, S closing) {
            this.transitions = new EnumMap<>(states);
            this.initial = initial;
            this.open = open;
            this.closing = closing;
        }

        /** Adds one transition. */
        public Builder<S> on(S from, Trigger trigger, S to) {
            S before =
                    transitions
                            .computeIfAbsent(from, _ -> new EnumMap<>(Trigger.class))
                            .put(trigger, to);
            if (before != null) {
                throw new IllegalArgumentException(from + " has two transitions on " + trigger);
            }
            return this;
        }

        /** The table of the transitions added so far. */
        public LifecycleTable<S> build() {
            return new LifecycleTable<>(this);
        }
    }
}
