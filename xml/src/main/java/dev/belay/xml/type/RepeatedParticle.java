package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Repeated elements as one field; null is as good as empty. */
final class RepeatedParticle<T, D, A> extends Particle<T, D> {
    private final Repeated<A> items;
    private final Function<? super T, ? extends @Nullable A> get;
    private final BiConsumer<? super D, ? super A> set;

    RepeatedParticle(
            Repeated<A> items,
            Function<? super T, ? extends @Nullable A> get,
            BiConsumer<? super D, ? super A> set) {
        this.items = items;
        this.get = get;
        this.set = set;
        setOptional(true);
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return items.startsAt(reader);
    }

    @Override
    void read(XmlReader reader, D draft) {
        set.accept(draft, items.read(reader));
    }

    @Override
    void names(Consumer<? super XmlName> into) {
        items.names(into);
    }

    @Override
    boolean isSet(T value) {
        A field = get.apply(value);
        return field != null && !items.isEmpty(field);
    }

    @Override
    void write(XmlWriter writer, T value) {
        A field = get.apply(value);
        if (field != null) {
            items.write(writer, field);
        }
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
