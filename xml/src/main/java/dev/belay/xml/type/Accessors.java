package dev.belay.xml.type;

/**
 * Getters and setters of primitive fields for which {@code java.util.function} has no interface.
 */
public final class Accessors {
    private Accessors() {}

    /** Gets a boolean. */
    @FunctionalInterface
    public interface BooleanGetter<T> {
        /** The field's value. */
        boolean get(T value);
    }

    /** Sets a boolean. */
    @FunctionalInterface
    public interface BooleanSetter<D> {
        /** Sets the field. */
        void set(D draft, boolean value);
    }

    /** Gets a byte. */
    @FunctionalInterface
    public interface ByteGetter<T> {
        /** The field's value. */
        byte get(T value);
    }

    /** Sets a byte. */
    @FunctionalInterface
    public interface ByteSetter<D> {
        /** Sets the field. */
        void set(D draft, byte value);
    }

    /** Gets a short. */
    @FunctionalInterface
    public interface ShortGetter<T> {
        /** The field's value. */
        short get(T value);
    }

    /** Sets a short. */
    @FunctionalInterface
    public interface ShortSetter<D> {
        /** Sets the field. */
        void set(D draft, short value);
    }

    /** Gets a float. */
    @FunctionalInterface
    public interface FloatGetter<T> {
        /** The field's value. */
        float get(T value);
    }

    /** Sets a float. */
    @FunctionalInterface
    public interface FloatSetter<D> {
        /** Sets the field. */
        void set(D draft, float value);
    }
}
