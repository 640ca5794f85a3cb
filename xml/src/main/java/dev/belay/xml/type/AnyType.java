package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code xs:anyType}, the {@code object} of .NET: {@code xsi:type} says what an element holds.
 * Built-in types become their Java values and known types theirs; an element without or with
 * another {@code xsi:type} is kept as {@link XmlBuffer}. Writing goes by the class of the value: an
 * {@code unsignedInt}, which is a {@code Long} in Java, is written as a {@code long}, an address as
 * a string.
 *
 * <p>Immutable, for any number of threads.
 */
public final class AnyType extends XmlType<Object> {
    private final List<Known<?>> known;

    // Made at the first use, as types refer to each other. Racy, but all are the same.
    private @Nullable Map<XmlName, XmlType<?>> byName;
    private @Nullable Map<Class<?>, Known<?>> byClass;

    AnyType(List<Known<?>> known) {
        this.known = known;
    }

    /** This and one more known type. */
    public <F> AnyType with(Class<F> form, Supplier<? extends XmlType<F>> type) {
        var more = new ArrayList<>(known);
        more.add(new Known<>(form, XmlType.lazy(type)));
        return new AnyType(List.copyOf(more));
    }

    @Override
    public XmlName name() {
        return XmlTypes.XML.name();
    }

    @Override
    boolean saysType() {
        return true;
    }

    @Override
    public Object read(XmlReader reader) {
        int index = reader.attributeCount() == 0 ? -1 : reader.findAttribute(Nil.TYPE);
        if (index >= 0) {
            reader.enterAttribute(index);
            XmlName said = reader.readQName();
            reader.leaveAttribute();
            XmlType<?> type = byName().get(said);
            if (type != null) {
                return type.read(reader);
            }
        }
        return reader.readBuffer();
    }

    @Override
    public void write(XmlWriter writer, Object value) {
        if (value instanceof XmlBuffer buffer) {
            XmlTypes.XML.write(writer, buffer);
        } else if (value instanceof BigInteger integer) {
            write(writer, integer);
        } else if (value.getClass() != Object.class) {
            Known<?> found = byClass().get(value.getClass());
            if (found == null) {
                throw new IllegalArgumentException(
                        value.getClass().getName() + " is no known type of anyType");
            }
            found.writeTyped(writer, value);
        }
    }

    /** .NET has no xs:integer, but an unsigned long. */
    private static void write(XmlWriter writer, BigInteger value) {
        SimpleType<BigInteger> type =
                value.signum() >= 0 && value.bitLength() == Long.SIZE
                        ? XmlTypes.UNSIGNED_LONG
                        : XmlTypes.INTEGER;
        PolymorphicType.writeTypeName(writer, type.name());
        type.writeContent(writer, value);
    }

    private Map<XmlName, XmlType<?>> byName() {
        Map<XmlName, XmlType<?>> table = byName;
        if (table == null) {
            table = new HashMap<>();
            for (Known<?> each : BuiltIn.KNOWN) {
                table.put(each.type.name(), each.type);
            }
            for (XmlType<?> type : BuiltIn.READ_ONLY) {
                table.put(type.name(), type);
            }
            for (Known<?> each : known) {
                table.put(each.type.name(), each.type);
            }
            byName = table;
        }
        return table;
    }

    private Map<Class<?>, Known<?>> byClass() {
        Map<Class<?>, Known<?>> table = byClass;
        if (table == null) {
            table = new HashMap<>();
            for (Known<?> each : BuiltIn.KNOWN) {
                table.put(each.form, each);
            }
            for (Known<?> each : known) {
                table.put(each.form, each);
            }
            byClass = table;
        }
        return table;
    }

    /** A type that values of a class have. */
    record Known<F>(Class<F> form, XmlType<F> type) {
        void writeTyped(XmlWriter writer, Object value) {
            PolymorphicType.writeTypeName(writer, type.name());
            type.write(writer, form.cast(value));
        }
    }
}
