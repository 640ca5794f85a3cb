package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Particles in any order, each at most once, as in {@code xs:all}. */
final class Unordered<T, D> extends Particle<T, D> {
    private final List<Particle<T, D>> particles;
    private final XmlName owner;

    Unordered(List<Particle<T, D>> particles, XmlName owner) {
        this.particles = List.copyOf(particles);
        this.owner = owner;
    }

    @Override
    boolean isOptional() {
        return super.isOptional() || particles.stream().allMatch(Particle::isOptional);
    }

    @Override
    boolean startsAt(XmlReader reader) {
        return find(reader) >= 0;
    }

    @Override
    void read(XmlReader reader, D draft) {
        var seen = new BitSet(particles.size());
        for (int found; reader.toElement() && (found = find(reader)) >= 0; ) {
            if (seen.get(found)) {
                throw Strays.misplaced(reader, owner);
            }
            seen.set(found);
            particles.get(found).read(reader, draft);
        }
        for (int i = seen.nextClearBit(0); i < particles.size(); i = seen.nextClearBit(i + 1)) {
            particles.get(i).absent(reader, owner);
        }
    }

    private int find(XmlReader reader) {
        for (int i = 0; i < particles.size(); i++) {
            if (particles.get(i).startsAt(reader)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    void names(Consumer<? super XmlName> into) {
        particles.forEach(each -> each.names(into));
    }

    @Override
    boolean isSet(T value) {
        for (Particle<T, D> particle : particles) {
            if (particle.isSet(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    void write(XmlWriter writer, T value) {
        for (Particle<T, D> particle : particles) {
            particle.writeOrOmit(writer, value, owner);
        }
    }

    @Override
    public String toString() {
        return particles.isEmpty() ? "content" : particles.getFirst().toString();
    }
}
