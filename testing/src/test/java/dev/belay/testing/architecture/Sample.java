package dev.belay.testing.architecture;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.function.Function;

/** Something of everything that a listing shows. */
@SuppressWarnings("all")
public abstract class Sample<T extends Comparable<T>> extends AbstractList<@Nullable T>
        implements Runnable {
    protected @Nullable String text;
    int hidden;

    protected Sample(int size) {}

    public <X extends Exception> T find(
            Function<? super T, ? extends @Nullable String> function, String[] names) throws X {
        return null;
    }

    @Override
    public abstract void run();

    void hidden() {}

    /** An enum. */
    public enum Kind {
        ONE;

        public int size() {
            return 1;
        }
    }

    static class Hidden {
        public void unseen() {}
    }

    /** An interface. */
    public sealed interface Shape permits Square {
        @Nullable String name();

        default int edges() {
            return 4;
        }

        static Shape of() {
            return new Square("", null);
        }
    }

    /** A record. */
    public record Square(@Nullable String name, int @Nullable [] sides) implements Shape {}
}
