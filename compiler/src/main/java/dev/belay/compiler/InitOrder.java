package dev.belay.compiler;

import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.Shape;
import dev.belay.metadata.schema.StructShape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;

/**
 * Which description may name another one directly. Descriptions are static finals; where they lead
 * back to themselves, one of them has to ask for the other later.
 */
final class InitOrder {
    private final IdentityHashMap<StructShape, Integer> finished = new IdentityHashMap<>();

    private record Visit(StructShape struct, Iterator<StructShape> rest) {}

    InitOrder(List<StructShape> structs) {
        IdentityHashMap<StructShape, Boolean> entered = new IdentityHashMap<>();
        for (StructShape root : structs) {
            if (entered.put(root, true) == null) {
                visit(root, entered);
            }
        }
    }

    private void visit(StructShape root, IdentityHashMap<StructShape, Boolean> entered) {
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(root, references(root).iterator()));
        while (!open.isEmpty()) {
            Visit top = open.element();
            if (top.rest.hasNext()) {
                StructShape next = top.rest.next();
                if (entered.put(next, true) == null) {
                    open.push(new Visit(next, references(next).iterator()));
                }
            } else {
                finished.put(top.struct, finished.size());
                open.pop();
            }
        }
    }

    private static List<StructShape> references(StructShape struct) {
        List<StructShape> references = new ArrayList<>();
        for (Member member : struct.members()) {
            Member item = Shapes.flattened(member);
            Shape shape = item == null ? member.shape() : item.shape();
            if (shape instanceof StructShape target && !target.isPolymorphic()) {
                references.add(target);
            }
        }
        return references;
    }

    /** Whether the description of {@code from} may name that of {@code to} directly. */
    boolean isDirect(StructShape from, StructShape to) {
        Integer mine = finished.get(from);
        Integer theirs = finished.get(to);
        return to.isPolymorphic() || mine != null && theirs != null && theirs < mine;
    }
}
