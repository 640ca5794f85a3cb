package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Supplier;

/** A type that is looked up at its first use. */
final class LazyType<T> extends XmlType<T> {
    private final Supplier<? extends XmlType<T>> supplier;

    // Racy, but each supplier gives a static final.
    private @Nullable XmlType<T> found;

    LazyType(Supplier<? extends XmlType<T>> supplier) {
        this.supplier = Objects.requireNonNull(supplier, "supplier");
    }

    XmlType<T> type() {
        XmlType<T> type = found;
        if (type == null) {
            type =
                    Objects.requireNonNull(
                            supplier.get(), "a lazily given type is not initialized yet");
            found = type;
        }
        return type;
    }

    @Override
    public XmlName name() {
        return type().name();
    }

    @Override
    @Nullable String prefixFor(T value) {
        return type().prefixFor(value);
    }

    @Override
    boolean saysType() {
        return type().saysType();
    }

    @Override
    public T read(XmlReader reader) {
        return type().read(reader);
    }

    @Override
    public void write(XmlWriter writer, T value) {
        type().write(writer, value);
    }
}
