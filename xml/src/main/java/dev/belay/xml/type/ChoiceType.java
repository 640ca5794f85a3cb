package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One element out of several, as a value of a sealed interface with one form per element. It has no
 * element of its own: a struct takes it as a field, single or repeated.
 *
 * <p>Immutable, for any number of threads.
 *
 * @param <C> the sealed interface
 */
public final class ChoiceType<C> {
    private final String name;
    private final List<Alternative<C, ?>> alternatives;

    private ChoiceType(String name, List<Alternative<C, ?>> alternatives) {
        this.name = name;
        this.alternatives = List.copyOf(alternatives);
    }

    /** Starts a choice; the name is for errors only. */
    public static <C> Builder<C> of(String name) {
        return new Builder<>(name);
    }

    /** Whether the element that the reader stands on is one of the choice. */
    boolean startsAt(XmlReader reader) {
        for (Alternative<C, ?> alternative : alternatives) {
            if (alternative.startsAt(reader)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the element that the reader stands on. */
    C read(XmlReader reader) {
        for (Alternative<C, ?> alternative : alternatives) {
            if (alternative.startsAt(reader)) {
                return alternative.read(reader);
            }
        }
        throw reader.error(
                ErrorCode.INVALID_FORMAT, Strays.nameOf(reader) + " is none of choice " + name);
    }

    /** Writes the element. */
    void write(XmlWriter writer, C value) {
        for (Alternative<C, ?> alternative : alternatives) {
            if (alternative.form == value.getClass()) {
                alternative.write(writer, value);
                return;
            }
        }
        throw new IllegalArgumentException(
                value.getClass().getName() + " is none of choice " + name);
    }

    @Override
    public String toString() {
        return "choice " + name;
    }

    /** One form. */
    private abstract static class Alternative<C, A extends C> {
        final Class<A> form;

        Alternative(Class<A> form) {
            this.form = form;
        }

        abstract boolean startsAt(XmlReader reader);

        abstract A read(XmlReader reader);

        abstract void write(XmlWriter writer, C value);
    }

    /** Collects the forms. Not for several threads. */
    public static final class Builder<C> {
        private final String name;
        private final List<Alternative<C, ?>> alternatives = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** An element of this name and type is a value of this form. */
        public <A extends C, F> Builder<C> element(
                XmlName element,
                XmlType<F> type,
                Class<A> form,
                Function<? super A, ? extends F> get,
                Function<? super F, ? extends A> make) {
            alternatives.add(
                    new Alternative<C, A>(form) {
                        @Override
                        boolean startsAt(XmlReader reader) {
                            return reader.isElement(element);
                        }

                        @Override
                        A read(XmlReader reader) {
                            return make.apply(type.readElement(reader, element));
                        }

                        @Override
                        void write(XmlWriter writer, C value) {
                            type.writeElement(writer, element, get.apply(form.cast(value)));
                        }
                    });
            return this;
        }

        /** Any element that the wildcard allows is a value of this form. */
        public <A extends C> Builder<C> any(
                Wildcard wildcard,
                Class<A> form,
                Function<? super A, XmlBuffer> get,
                Function<? super XmlBuffer, ? extends A> make) {
            alternatives.add(
                    new Alternative<C, A>(form) {
                        @Override
                        boolean startsAt(XmlReader reader) {
                            return wildcard.allows(reader.namespace());
                        }

                        @Override
                        A read(XmlReader reader) {
                            return make.apply(reader.readBuffer());
                        }

                        @Override
                        void write(XmlWriter writer, C value) {
                            writer.buffer(get.apply(form.cast(value)));
                        }
                    });
            return this;
        }

        /** The choice of all forms so far. */
        public ChoiceType<C> build() {
            return new ChoiceType<>(name, alternatives);
        }
    }
}
