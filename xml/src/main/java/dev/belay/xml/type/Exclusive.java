package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A choice whose alternatives are fields of the struct, of which one has a value. If none has and
 * the choice is required, the first that may be nil is.
 */
final class Exclusive<T, D> extends Particle<T, D> {
    private final List<Particle<T, D>> alternatives;
    private final XmlName owner;

    Exclusive(List<Particle<T, D>> alternatives, XmlName owner) {
        this.alternatives = List.copyOf(alternatives);
        this.owner = owner;
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return find(reader) != null;
    }

    @Override
    void read(XmlReader reader, D draft) {
        Particle<T, D> found = find(reader);
        if (found == null) {
            throw Strays.unknown(reader, owner);
        }
        found.read(reader, draft);
    }

    private @Nullable Particle<T, D> find(XmlReader reader) {
        for (Particle<T, D> alternative : alternatives) {
            if (alternative.startsAt(reader)) {
                return alternative;
            }
        }
        return null;
    }

    @Override
    void names(Consumer<? super XmlName> into) {
        alternatives.forEach(each -> each.names(into));
    }

    @Override
    boolean isSet(T value) {
        for (Particle<T, D> alternative : alternatives) {
            if (alternative.isSet(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean writesNil() {
        return !isOptional() && nil() != null;
    }

    private @Nullable Particle<T, D> nil() {
        for (Particle<T, D> alternative : alternatives) {
            if (alternative.writesNil()) {
                return alternative;
            }
        }
        return null;
    }

    @Override
    void write(XmlWriter writer, T value) {
        Particle<T, D> chosen = null;
        for (Particle<T, D> alternative : alternatives) {
            if (alternative.isSet(value)) {
                if (chosen != null) {
                    throw new IllegalArgumentException(
                            chosen
                                    + " and "
                                    + alternative
                                    + " of type "
                                    + owner
                                    + " exclude each other, both have a value");
                }
                chosen = alternative;
            }
        }
        chosen = chosen == null ? nil() : chosen;
        if (chosen != null) {
            chosen.write(writer, value);
        }
    }

    @Override
    public String toString() {
        return alternatives.stream().map(Particle::toString).collect(Collectors.joining(" or "));
    }
}
