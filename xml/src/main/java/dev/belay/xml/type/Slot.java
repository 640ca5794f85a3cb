package dev.belay.xml.type;

import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A field with simple content, wherever that stands: in an element, an attribute, or as text.
 * Primitives go from the reader to the draft without a box.
 */
abstract class Slot<T, D> {
    /** Reads the content into the draft. */
    abstract void read(XmlReader reader, D draft);

    /** Writes the content. */
    abstract void write(XmlWriter writer, T value);

    /** Whether the field has a value. */
    boolean isPresent(T value) {
        return true;
    }

    static <T, D, F> Slot<T, D> of(
            SimpleType<F> type,
            Function<? super T, ? extends @Nullable F> get,
            BiConsumer<? super D, ? super F> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.accept(draft, type.readContent(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                F field = get.apply(value);
                if (field != null) {
                    type.writeContent(writer, field);
                }
            }

            @Override
            boolean isPresent(T value) {
                return get.apply(value) != null;
            }
        };
    }

    static <T, D> Slot<T, D> ofBoolean(
            BooleanType type,
            Accessors.BooleanGetter<? super T> get,
            Accessors.BooleanSetter<? super D> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.set(draft, type.readBoolean(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                type.writeBoolean(writer, get.get(value));
            }
        };
    }

    static <T, D> Slot<T, D> ofByte(
            ByteType type,
            Accessors.ByteGetter<? super T> get,
            Accessors.ByteSetter<? super D> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.set(draft, type.readByte(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                type.writeByte(writer, get.get(value));
            }
        };
    }

    static <T, D> Slot<T, D> ofShort(
            ShortType type,
            Accessors.ShortGetter<? super T> get,
            Accessors.ShortSetter<? super D> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.set(draft, type.readShort(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                type.writeShort(writer, get.get(value));
            }
        };
    }

    static <T, D> Slot<T, D> ofInt(
            IntType type, ToIntFunction<? super T> get, ObjIntConsumer<? super D> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.accept(draft, type.readInt(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                type.writeInt(writer, get.applyAsInt(value));
            }
        };
    }

    static <T, D> Slot<T, D> ofLong(
            LongType type, ToLongFunction<? super T> get, ObjLongConsumer<? super D> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.accept(draft, type.readLong(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                type.writeLong(writer, get.applyAsLong(value));
            }
        };
    }

    static <T, D> Slot<T, D> ofFloat(
            FloatType type,
            Accessors.FloatGetter<? super T> get,
            Accessors.FloatSetter<? super D> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.set(draft, type.readFloat(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                type.writeFloat(writer, get.get(value));
            }
        };
    }

    static <T, D> Slot<T, D> ofDouble(
            DoubleType type, ToDoubleFunction<? super T> get, ObjDoubleConsumer<? super D> set) {
        return new Slot<>() {
            @Override
            void read(XmlReader reader, D draft) {
                set.accept(draft, type.readDouble(reader));
            }

            @Override
            void write(XmlWriter writer, T value) {
                type.writeDouble(writer, get.applyAsDouble(value));
            }
        };
    }
}
