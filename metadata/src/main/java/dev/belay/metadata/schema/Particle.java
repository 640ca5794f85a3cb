package dev.belay.metadata.schema;

import dev.belay.metadata.document.Element;

import java.util.List;

/** A part of a content model, with how often it may occur. Immutable. */
sealed interface Particle {
    int minimum();

    int maximum();

    /** An element or a wildcard. */
    record Single(Member member) implements Particle {
        @Override
        public int minimum() {
            return member.occurs().minimum();
        }

        @Override
        public int maximum() {
            return member.occurs().maximum();
        }
    }

    /** Parts that come together, or of which one is there. */
    record Group(Content.Kind kind, int minimum, int maximum, List<Particle> parts, Element at)
            implements Particle {}
}
