package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.schema.Member.Kind;
import dev.belay.metadata.schema.Member.Occurs;
import dev.belay.xml.XmlName;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns content models into members and groups. What repeats as a group becomes one member: a list
 * of alternatives, or of structures that only this group has.
 */
final class ContentReader {
    private static final ValueShape XML = ValueShape.of(ValueKind.XML);

    private final Particles particles;
    private final Diagnostics diagnostics;

    ContentReader(Particles particles, Diagnostics diagnostics) {
        this.particles = particles;
        this.diagnostics = diagnostics;
    }

    /** What the content model inside a complex type or a derivation consists of. */
    List<Content> contents(Element at, SchemaDocument schema, ShapeName owner) {
        List<Content> contents = new ArrayList<>();
        Particle content = particles.content(at, schema, owner);
        if (content != null) {
            contents.addAll(convert(content, false, owner));
        }
        return contents;
    }

    private List<Content> convert(Particle particle, boolean conditional, ShapeName owner) {
        return switch (particle) {
            case Particle.Single single -> List.of(leaf(single.member(), conditional));
            case Particle.Group group when group.parts().isEmpty() -> List.of();
            case Particle.Group group when group.parts().size() == 1 ->
                    convert(withOccurs(group), conditional, owner);
            case Particle.Group group when group.maximum() > 1 ->
                    List.of(leaf(repeated(group, owner), conditional));
            case Particle.Group group when group.kind() == Content.Kind.CHOICE ->
                    List.of(choice(group, owner));
            case Particle.Group group -> sequence(group, conditional, owner);
        };
    }

    private static Content.Leaf leaf(Member member, boolean conditional) {
        return new Content.Leaf(conditional ? member.inCondition() : member);
    }

    /** The only part of a group, with the group's occurrences multiplied into its own. */
    private static Particle withOccurs(Particle.Group group) {
        return switch (group.parts().getFirst()) {
            case Particle.Single single ->
                    new Particle.Single(
                            single.member()
                                    .with(
                                            new Occurs(
                                                    product(group.minimum(), single.minimum()),
                                                    product(group.maximum(), single.maximum()),
                                                    false)));
            case Particle.Group inner ->
                    new Particle.Group(
                            inner.kind(),
                            product(group.minimum(), inner.minimum()),
                            product(group.maximum(), inner.maximum()),
                            inner.parts(),
                            inner.at());
        };
    }

    private static int product(int a, int b) {
        return (int) Math.min((long) a * b, Occurs.UNBOUNDED);
    }

    private List<Content> sequence(Particle.Group group, boolean conditional, ShapeName owner) {
        boolean optional = group.minimum() == 0;
        List<Content> parts = new ArrayList<>();
        for (Particle part : group.parts()) {
            parts.addAll(convert(part, conditional || optional, owner));
        }
        boolean plain = group.kind() == Content.Kind.SEQUENCE && !optional && !conditional;
        return plain ? parts : List.of(new Content.Group(group.kind(), optional, parts));
    }

    private Content choice(Particle.Group group, ShapeName owner) {
        List<Content> parts = new ArrayList<>();
        for (Particle part : group.parts()) {
            List<Content> branch = convert(part, true, owner);
            if (branch.size() == 1) {
                parts.add(branch.getFirst());
            } else if (!branch.isEmpty()) {
                parts.add(new Content.Group(Content.Kind.SEQUENCE, false, branch));
            }
        }
        boolean optional =
                group.minimum() == 0 || group.parts().stream().anyMatch(p -> p.minimum() == 0);
        Content.Group choice = new Content.Group(Content.Kind.CHOICE, optional, parts);
        long nillable = parts.stream().filter(ContentReader::isNillable).count();
        if (nillable > 1 || optional && nillable > 0) {
            diagnostics.warning(
                    group.at(), "a nil alternative of this choice reads like no alternative");
        }
        return hasRepeats(choice) ? loose(choice) : choice;
    }

    private static boolean isNillable(Content part) {
        return part instanceof Content.Leaf leaf
                && leaf.member().nillable()
                && !leaf.member().repeats();
    }

    private static boolean hasRepeats(Content.Group choice) {
        Set<XmlName> seen = new HashSet<>();
        return !choice.members().allMatch(m -> seen.add(m.name()));
    }

    /**
     * Branches that share elements cannot be told apart by what is there, so each element stands
     * for itself.
     */
    private Content loose(Content.Group choice) {
        Map<XmlName, Member> merged = new LinkedHashMap<>();
        choice.members().forEach(m -> merged.merge(m.name(), m, this::merge));
        List<Content> leaves = new ArrayList<>();
        for (Member member : merged.values()) {
            leaves.add(
                    new Content.Leaf(member.with(new Occurs(0, member.occurs().maximum(), true))));
        }
        return new Content.Group(Content.Kind.SEQUENCE, true, leaves);
    }

    private Member merge(Member a, Member b) {
        Occurs occurs = new Occurs(0, Math.max(a.occurs().maximum(), b.occurs().maximum()), true);
        if (a.shape().equals(b.shape())) {
            return a.with(occurs);
        }
        diagnostics.warning(
                b.place(),
                "element " + b.name().localName(),
                "has two types in one content model, kept as XML");
        return a.with(occurs).with(XML);
    }

    private Member repeated(Particle.Group group, ShapeName owner) {
        List<Content> parts = new ArrayList<>();
        for (Particle part : group.parts()) {
            parts.addAll(convert(part, group.kind() == Content.Kind.CHOICE, owner));
        }
        List<Member> members = parts.stream().flatMap(Content::members).toList();
        Occurs occurs = new Occurs(group.minimum() == 0 ? 0 : 1, Occurs.UNBOUNDED, false);
        if (group.kind() == Content.Kind.CHOICE) {
            return repeatedChoice(group, members);
        }
        StructShape struct =
                StructShape.ofContents(
                        new ShapeName(owner.namespace(), "group", nestedOwners(owner), false),
                        parts,
                        "",
                        group.at().place());
        XmlName name = XmlName.of("", "group");
        return Member.of(Kind.GROUP, name, struct, occurs, "", group.at().place());
    }

    private static List<String> nestedOwners(ShapeName owner) {
        List<String> owners = new ArrayList<>(owner.owners());
        owners.add(owner.localName());
        return owners;
    }

    private Member repeatedChoice(Particle.Group group, List<Member> members) {
        Map<XmlName, Member> elements = new LinkedHashMap<>();
        for (Member member : members) {
            boolean simple = member.kind() == Kind.ELEMENT || member.kind() == Kind.ANY;
            if (!simple || member.nillable() && member.kind() == Kind.ELEMENT) {
                diagnostics.warning(
                        group.at(),
                        "a repeated choice of groups or of nillable elements is kept as XML");
                return any(group);
            }
            elements.merge(member.name(), member.with(Occurs.ONCE), this::merge);
        }
        if (elements.values().stream().filter(m -> m.kind() == Kind.ANY).count() > 1) {
            diagnostics.warning(group.at(), "a repeated choice of wildcards is kept as XML");
            return any(group);
        }
        List<Member> alternatives =
                elements.values().stream().map(m -> m.with(Occurs.ONCE)).toList();
        return Member.of(
                        Kind.CHOICE,
                        XmlName.of("", "choice"),
                        XML,
                        Occurs.ANY_NUMBER,
                        "",
                        group.at().place())
                .withAlternatives(alternatives);
    }

    private static Member any(Particle.Group group) {
        return Member.of(
                Kind.ANY, XmlName.of("", "any"), XML, Occurs.ANY_NUMBER, "", group.at().place());
    }
}
