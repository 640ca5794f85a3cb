package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.List;
import java.util.function.Consumer;

/**
 * Particles in order. Reading is greedy: it goes forward to the first particle that fits, and never
 * back.
 */
final class Sequence<T, D> extends Particle<T, D> {
    private final List<Particle<T, D>> particles;
    private final XmlName owner;

    Sequence(List<Particle<T, D>> particles, XmlName owner) {
        this.particles = List.copyOf(particles);
        this.owner = owner;
    }

    @Override
    boolean isOptional() {
        return super.isOptional() || particles.stream().allMatch(Particle::isOptional);
    }

    @Override
    boolean startsAt(XmlReader reader) {
        for (Particle<T, D> particle : particles) {
            if (particle.startsAt(reader)) {
                return true;
            }
            if (!particle.isOptional()) {
                return false;
            }
        }
        return false;
    }

    /** Reads what belongs to the sequence and stops at the first element that does not. */
    @Override
    void read(XmlReader reader, D draft) {
        int next = 0;
        for (int found; reader.toElement() && (found = find(reader, next)) >= 0; next = found + 1) {
            missing(reader, next, found);
            particles.get(found).read(reader, draft);
        }
        missing(reader, next, particles.size());
    }

    /**
     * Reads everything up to the end tag; elements that are not described are skipped, or an error
     * if strict.
     */
    void readAll(XmlReader reader, D draft, boolean strict) {
        int next = 0;
        while (reader.toElement()) {
            int found = find(reader, next);
            if (found >= 0) {
                missing(reader, next, found);
                particles.get(found).read(reader, draft);
                next = found + 1;
            } else if (find(reader, 0) >= 0) {
                throw Strays.misplaced(reader, owner);
            } else if (strict) {
                throw Strays.unknown(reader, owner);
            } else {
                reader.skip();
            }
        }
        missing(reader, next, particles.size());
    }

    private int find(XmlReader reader, int from) {
        for (int i = from; i < particles.size(); i++) {
            if (particles.get(i).startsAt(reader)) {
                return i;
            }
        }
        return -1;
    }

    private void missing(XmlReader reader, int from, int to) {
        for (int i = from; i < to; i++) {
            particles.get(i).absent(reader, owner);
        }
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
    boolean willWriteNil(T value) {
        for (Particle<T, D> particle : particles) {
            if (particle.willWriteNil(value)) {
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
