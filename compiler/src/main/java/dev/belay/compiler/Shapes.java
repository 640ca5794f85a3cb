package dev.belay.compiler;

import dev.belay.metadata.schema.EnumShape;
import dev.belay.metadata.schema.ListShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.Shape;
import dev.belay.metadata.schema.StructShape;
import dev.belay.metadata.schema.ValueShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The shapes that become Java types: all that the contracts lead to, in the order of discovery. */
final class Shapes {
    private final Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<StructShape> structs = new ArrayList<>();
    private final List<EnumShape> enums = new ArrayList<>();
    private final Deque<Shape> pending = new ArrayDeque<>();

    /** Adds a shape and all that it leads to. */
    void add(Shape shape) {
        enter(shape);
        for (Shape next = pending.poll(); next != null; next = pending.poll()) {
            if (next instanceof StructShape struct) {
                addParts(struct);
            }
        }
    }

    private void enter(Shape shape) {
        switch (shape) {
            case ValueShape _ -> {}
            case ListShape list -> enter(list.item());
            case EnumShape enumeration -> {
                if (seen.add(enumeration)) {
                    enums.add(enumeration);
                }
            }
            case StructShape struct -> {
                if (seen.add(struct)) {
                    structs.add(struct);
                    pending.add(struct);
                }
            }
        }
    }

    private void addParts(StructShape struct) {
        addMembers(struct);
        StructShape base = struct.base();
        if (base != null) {
            enter(base);
        }
        struct.derived().forEach(this::enter);
    }

    /** Adds what the members of a structure lead to, but not the structure. */
    void addMembersOf(StructShape struct) {
        addMembers(struct);
        for (Shape next = pending.poll(); next != null; next = pending.poll()) {
            if (next instanceof StructShape found) {
                addParts(found);
            }
        }
    }

    private void addMembers(StructShape struct) {
        for (Member member : struct.members()) {
            Member item = flattened(member);
            enter(item == null ? member.shape() : item.shape());
            member.alternatives().forEach(a -> enter(a.shape()));
        }
    }

    /**
     * The items of a member that is an array with a wrapper and becomes a plain list; else null.
     */
    static @Nullable Member flattened(Member member) {
        return member.kind() == Member.Kind.ELEMENT
                        && !member.repeats()
                        && member.shape() instanceof StructShape struct
                ? struct.arrayItem()
                : null;
    }

    boolean contains(Shape shape) {
        return seen.contains(shape);
    }

    List<StructShape> structs() {
        return structs;
    }

    List<EnumShape> enums() {
        return enums;
    }
}
