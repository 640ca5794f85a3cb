package dev.belay.xml.type;

import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** One element of a choice, as one field. */
final class ChoiceParticle<T, D, C> extends Particle<T, D> {
    private final ChoiceType<C> type;
    private final Function<? super T, ? extends @Nullable C> get;
    private final BiConsumer<? super D, ? super C> set;

    ChoiceParticle(
            ChoiceType<C> type,
            Function<? super T, ? extends @Nullable C> get,
            BiConsumer<? super D, ? super C> set) {
        this.type = type;
        this.get = get;
        this.set = set;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return type.startsAt(reader);
    }

    @Override
    void read(XmlReader reader, D draft) {
        set.accept(draft, type.read(reader));
    }

    @Override
    boolean isSet(T value) {
        return get.apply(value) != null;
    }

    @Override
    void write(XmlWriter writer, T value) {
        C field = get.apply(value);
        if (field != null) {
            type.write(writer, field);
        }
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
