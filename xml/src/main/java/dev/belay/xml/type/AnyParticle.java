package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** One element of any name that the wildcard allows. */
final class AnyParticle<T, D> extends Particle<T, D> {
    private final Wildcard wildcard;
    private final Function<? super T, ? extends @Nullable XmlBuffer> get;
    private final BiConsumer<? super D, ? super XmlBuffer> set;

    AnyParticle(
            Wildcard wildcard,
            Function<? super T, ? extends @Nullable XmlBuffer> get,
            BiConsumer<? super D, ? super XmlBuffer> set) {
        this.wildcard = wildcard;
        this.get = get;
        this.set = set;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return wildcard.allows(reader.namespace());
    }

    @Override
    void read(XmlReader reader, D draft) {
        set.accept(draft, reader.readBuffer());
    }

    @Override
    boolean isSet(T value) {
        return get.apply(value) != null;
    }

    @Override
    void write(XmlWriter writer, T value) {
        XmlBuffer field = get.apply(value);
        if (field != null) {
            writer.buffer(field);
        }
    }

    @Override
    public String toString() {
        return "any element of " + wildcard;
    }
}
