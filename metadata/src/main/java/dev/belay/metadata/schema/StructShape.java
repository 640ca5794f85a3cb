package dev.belay.metadata.schema;

import dev.belay.metadata.document.Place;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that consists of members. Structures may contain themselves, so one is made first and
 * completed later; after that it never changes. Two structures are equal only if they are the same
 * one.
 */
public final class StructShape implements Shape {
    private final ShapeName name;
    private final String documentation;
    private final Place place;
    private final boolean isAbstract;
    private final List<StructShape> derived = new ArrayList<>();
    private @Nullable StructShape base;
    private List<Content> ownContents = List.of();

    StructShape(ShapeName name, boolean isAbstract, String documentation, Place place) {
        this.name = name;
        this.isAbstract = isAbstract;
        this.documentation = documentation;
        this.place = place;
    }

    /** A structure that no schema describes, such as the wrapper of an RPC message. */
    public static StructShape of(
            ShapeName name, List<Member> members, String documentation, Place place) {
        List<Content> contents = new ArrayList<>();
        members.forEach(m -> contents.add(new Content.Leaf(m)));
        return ofContents(name, contents, documentation, place);
    }

    /** The body of a message without a wrapper, as a structure: one element, none, or any. */
    public static StructShape bodyOf(@Nullable ElementShape element, boolean any, Place place) {
        List<Member> members = new ArrayList<>();
        if (element != null) {
            members.add(Member.element(element.name(), element.shape(), element.place()));
        } else if (any) {
            members.add(
                    Member.of(
                            Member.Kind.ANY,
                            XmlName.of("", "body"),
                            ValueShape.of(ValueKind.XML),
                            Member.Occurs.ANY_NUMBER,
                            "",
                            place));
        }
        return of(new ShapeName("", "Body", List.of(), false), members, "", place);
    }

    static StructShape ofContents(
            ShapeName name, List<Content> contents, String documentation, Place place) {
        StructShape shape = new StructShape(name, false, documentation, place);
        shape.complete(null, contents);
        return shape;
    }

    void complete(@Nullable StructShape base, List<Content> ownContents) {
        this.base = base;
        this.ownContents = List.copyOf(ownContents);
    }

    void addDerived(StructShape shape) {
        derived.add(shape);
    }

    public ShapeName name() {
        return name;
    }

    /** Plain text; "" if there is none. */
    public String documentation() {
        return documentation;
    }

    public Place place() {
        return place;
    }

    /** Whether a value must be of a derived type. */
    public boolean isAbstract() {
        return isAbstract;
    }

    /** The structure that this one extends. */
    public @Nullable StructShape base() {
        return base;
    }

    /** The structures that extend this one directly, by name. */
    public List<StructShape> derived() {
        return List.copyOf(derived);
    }

    /** Whether a value may be of another type than the declared one. */
    public boolean isPolymorphic() {
        return isAbstract || !derived.isEmpty();
    }

    /** All that stands in it, in the order in which it is written: what the base has first. */
    public List<Content> contents() {
        if (base == null) {
            return ownContents;
        }
        List<Content> all = new ArrayList<>(base.contents());
        all.addAll(ownContents);
        return List.copyOf(all);
    }

    /** All members in order, those in groups, too. */
    public List<Member> members() {
        return contents().stream().flatMap(Content::members).toList();
    }

    /**
     * The repeated element that is all there is in this structure, when nothing can be lost by
     * taking the structure for a plain list; else null.
     */
    public @Nullable Member arrayItem() {
        if (base != null
                || isPolymorphic()
                || ownContents.size() != 1
                || !(ownContents.getFirst() instanceof Content.Leaf leaf)) {
            return null;
        }
        Member only = leaf.member();
        boolean conventional = !name.declared() || name.localName().startsWith("ArrayOf");
        return conventional && only.kind() == Member.Kind.ELEMENT && only.repeats() ? only : null;
    }

    @Override
    public String toString() {
        return "structure {" + name.namespace() + "}" + name.localName();
    }
}
