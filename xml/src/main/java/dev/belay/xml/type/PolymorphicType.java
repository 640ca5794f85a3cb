package dev.belay.xml.type;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A sealed interface over the types that extend one another: {@code xsi:type} says which one an
 * element is. It is written unless the value is of the base type; without it the base is read.
 *
 * <pre>{@code
 * sealed interface Shape permits Circle, Square {
 *     XmlType<Shape> TYPE =
 *             PolymorphicType.<Shape>of(XmlName.of("urn:shop", "Shape"))
 *                     .type(Circle.class, () -> Circle.TYPE)
 *                     .type(Square.class, () -> Square.TYPE)
 *                     .build();
 * }
 * }</pre>
 *
 * <p>Immutable, for any number of threads.
 *
 * @param <T> the sealed interface
 */
public final class PolymorphicType<T> extends XmlType<T> {
    private final XmlName name;
    private final @Nullable Form<T, ?> base;
    private final List<Form<T, ?>> forms;

    // Looked up at the first use, as types refer to each other. Racy, but every table is the same.
    private @Nullable Map<XmlName, Form<T, ?>> byName;

    private PolymorphicType(Builder<T> builder) {
        this.name = builder.name;
        this.base = builder.base;
        this.forms = List.copyOf(builder.forms);
    }

    /** Starts a description with the name of the declared type. */
    public static <T> Builder<T> of(XmlName name) {
        return new Builder<>(name);
    }

    @Override
    public XmlName name() {
        return name;
    }

    @Override
    @Nullable String prefixFor(T value) {
        for (Form<T, ?> form : forms) {
            if (form.form == value.getClass()) {
                return form.prefixFor(value);
            }
        }
        return null;
    }

    @Override
    boolean saysType() {
        return true;
    }

    @Override
    public T read(XmlReader reader) {
        int index = reader.attributeCount() == 0 ? -1 : reader.findAttribute(Nil.TYPE);
        if (index < 0) {
            if (base == null) {
                throw reader.error(
                        ErrorCode.INVALID_FORMAT, "abstract type " + name + " needs an xsi:type");
            }
            return base.type.read(reader);
        }
        reader.enterAttribute(index);
        XmlName said = reader.readQName();
        reader.leaveAttribute();
        Form<T, ?> form = byName().get(said);
        if (form == null) {
            throw reader.error(
                    ErrorCode.INVALID_FORMAT,
                    "xsi:type " + said + " is no type that stands for " + name);
        }
        return form.type.read(reader);
    }

    private Map<XmlName, Form<T, ?>> byName() {
        Map<XmlName, Form<T, ?>> table = byName;
        if (table == null) {
            table = new HashMap<>();
            for (Form<T, ?> form : forms) {
                table.put(form.type.name(), form);
            }
            byName = table;
        }
        return table;
    }

    @Override
    public void write(XmlWriter writer, T value) {
        for (Form<T, ?> form : forms) {
            if (form.form == value.getClass()) {
                if (form != base) {
                    writeTypeName(writer, form.type.name());
                }
                form.write(writer, value);
                return;
            }
        }
        throw new IllegalArgumentException(
                value.getClass().getName() + " is no type that stands for " + name);
    }

    static void writeTypeName(XmlWriter writer, XmlName type) {
        Nil.startAttribute(writer, Nil.TYPE);
        writer.qname(type);
        writer.endAttribute();
    }

    /** One concrete type. */
    private record Form<T, A extends T>(Class<A> form, XmlType<A> type) {
        @Nullable String prefixFor(T value) {
            return type.prefixFor(form.cast(value));
        }

        void write(XmlWriter writer, T value) {
            type.write(writer, form.cast(value));
        }
    }

    /** Collects the concrete types. Not for several threads. */
    public static final class Builder<T> {
        private final XmlName name;
        private final List<Form<T, ?>> forms = new ArrayList<>();
        private @Nullable Form<T, ?> base;

        private Builder(XmlName name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * The declared type itself, which is not abstract: what an element without {@code xsi:type}
         * is.
         */
        public <A extends T> Builder<T> base(Class<A> form, Supplier<? extends XmlType<A>> type) {
            var baseForm = new Form<T, A>(form, XmlType.lazy(type));
            base = baseForm;
            forms.add(baseForm);
            return this;
        }

        /** A type derived from it. */
        public <A extends T> Builder<T> type(Class<A> form, Supplier<? extends XmlType<A>> type) {
            forms.add(new Form<>(form, XmlType.lazy(type)));
            return this;
        }

        /** The type with all forms so far. */
        public PolymorphicType<T> build() {
            return new PolymorphicType<>(this);
        }
    }
}
