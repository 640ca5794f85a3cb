package dev.belay.cancel;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * What a caller of close has to do, as {@link Lifecycle#close} decided it.
 *
 * @param <E> what the object keeps for one life
 */
public final class Closing<E extends Epoch> {
    /** The cases. */
    public enum Step {
        /** Nothing was open: done. */
        NOTHING,
        /** An open was under way: it must be ended, then all is done. */
        END,
        /** This caller runs the close and ends it by {@link Lifecycle#closed}. */
        RUN,
        /** Another caller runs it: wait for {@link Epoch#closed()}. */
        JOIN
    }

    private final Step step;
    private final @Nullable E epoch;

    Closing(Step step, @Nullable E epoch) {
        this.step = step;
        this.epoch = epoch;
    }

    /** Which case it is. */
    public Step step() {
        return step;
    }

    /** The life that ends; not for {@link Step#NOTHING}. */
    public E epoch() {
        return Objects.requireNonNull(epoch);
    }
}
