package dev.belay.compiler;

import dev.belay.metadata.schema.Member;

import org.jspecify.annotations.Nullable;

/**
 * A component of a generated record. Immutable.
 *
 * @param member what it stands for
 * @param name its Java name
 * @param type its Java type
 * @param initial what a draft holds at first, as an expression; null for Java's own default
 */
record Field(Member member, String name, JavaType type, @Nullable String initial) {
    /** Whether a constructor must refuse null. */
    boolean isRequired() {
        return !type.isPrimitive() && !type.nullable();
    }
}
