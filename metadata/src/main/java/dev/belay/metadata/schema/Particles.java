package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.schema.Symbols.Declaration;
import dev.belay.metadata.schema.Symbols.Space;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads content models: elements, wildcards, groups and references to them. */
final class Particles {
    private static final ValueShape XML = ValueShape.of(ValueKind.XML);

    private final Types types;
    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final Set<XmlName> openGroups = new HashSet<>();

    Particles(Types types, Symbols symbols, Diagnostics diagnostics) {
        this.types = types;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** The content model inside a complex type or a derivation; null if there is none. */
    @Nullable Particle content(Element at, SchemaDocument schema, ShapeName owner) {
        for (Element child : at.children()) {
            Particle particle = particle(child, schema, owner);
            if (particle != null) {
                return particle;
            }
        }
        return null;
    }

    private @Nullable Particle particle(Element at, SchemaDocument schema, ShapeName owner) {
        if (!at.namespace().equals(Xs.NAMESPACE) || maximum(at) == 0) {
            return null;
        }
        return switch (at.localName()) {
            case "sequence" -> group(at, Content.Kind.SEQUENCE, schema, owner);
            case "all" -> group(at, Content.Kind.ALL, schema, owner);
            case "choice" -> group(at, Content.Kind.CHOICE, schema, owner);
            case "group" -> reference(at, schema, owner);
            case "element" -> element(at, schema, owner);
            case "any" -> any(at, schema);
            default -> null;
        };
    }

    private Particle.Group group(
            Element at, Content.Kind kind, SchemaDocument schema, ShapeName owner) {
        List<Particle> parts = new ArrayList<>();
        for (Element child : at.children()) {
            Particle part = particle(child, schema, owner);
            if (part != null) {
                parts.add(part);
            }
        }
        return new Particle.Group(kind, minimum(at), maximum(at), List.copyOf(parts), at);
    }

    private @Nullable Particle reference(Element at, SchemaDocument schema, ShapeName owner) {
        Declaration group = find(Space.GROUP, at, schema);
        if (group == null) {
            return null;
        }
        if (!openGroups.add(group.name())) {
            diagnostics.error(at, "the group contains itself");
            return null;
        }
        Particle inner = content(group.element(), group.schema(), owner);
        openGroups.remove(group.name());
        return inner == null
                ? null
                : new Particle.Group(
                        Content.Kind.SEQUENCE, minimum(at), maximum(at), List.of(inner), at);
    }

    private @Nullable Declaration find(Space space, Element at, SchemaDocument schema) {
        String reference = at.attribute("ref");
        XmlName name = reference == null ? null : schema.resolve(at, reference);
        Declaration found = name == null ? null : symbols.find(space, name);
        if (found == null) {
            String what = name == null ? String.valueOf(reference) : Types.words(name);
            diagnostics.error(at, "there is no " + space.word + " " + what);
        }
        return found;
    }

    private @Nullable Particle element(Element at, SchemaDocument schema, ShapeName owner) {
        if (at.attribute("ref") == null) {
            return new Particle.Single(local(at, schema, owner));
        }
        if (Xs.NAMESPACE.equals(referencedNamespace(at, schema))) {
            return any(at, schema);
        }
        Declaration global = find(Space.ELEMENT, at, schema);
        if (global == null) {
            return null;
        }
        List<Declaration> candidates = new ArrayList<>();
        addSubstitutes(global, candidates, new HashSet<>());
        if (candidates.size() == 1) {
            return new Particle.Single(global(candidates.getFirst()).with(occurs(at)));
        }
        List<Particle> parts = new ArrayList<>();
        for (Declaration candidate : candidates) {
            parts.add(new Particle.Single(global(candidate)));
        }
        return new Particle.Group(Content.Kind.CHOICE, minimum(at), maximum(at), parts, at);
    }

    private static @Nullable String referencedNamespace(Element at, SchemaDocument schema) {
        XmlName name = schema.resolve(at, at.attributeOr("ref", ""));
        return name == null ? null : name.namespace().toString();
    }

    /** Adds the element unless it is abstract, and all that may stand in its place. */
    private void addSubstitutes(Declaration element, List<Declaration> to, Set<XmlName> seen) {
        if (!seen.add(element.name())) {
            return;
        }
        List<Declaration> substitutes = symbols.substitutesOf(element.name());
        if (!element.element().flag("abstract") || substitutes.isEmpty()) {
            to.add(element);
        }
        for (Declaration substitute : substitutes) {
            addSubstitutes(substitute, to, seen);
        }
    }

    private Member global(Declaration declaration) {
        ShapeName name = ShapeName.anonymous(declaration.name());
        return member(declaration.element(), declaration.name(), declaration.schema(), name);
    }

    /** The shape of a global element. */
    ElementShape elementShape(Declaration declaration) {
        Member member = global(declaration);
        return new ElementShape(
                member.name(),
                member.shape(),
                member.nillable(),
                member.documentation(),
                member.place());
    }

    private Member local(Element at, SchemaDocument schema, ShapeName owner) {
        String localName = at.attribute("name");
        if (localName == null) {
            diagnostics.error(at, "an element needs a name or a ref");
            localName = "unnamed";
        }
        XmlName name = schema.local(at, localName, "elementFormDefault");
        return member(at, name, schema, nested(owner, schema, localName)).with(occurs(at));
    }

    static ShapeName nested(ShapeName owner, SchemaDocument schema, String localName) {
        List<String> owners = new ArrayList<>(owner.owners());
        owners.add(owner.localName());
        return new ShapeName(schema.namespace(), localName, owners, false);
    }

    private Member member(Element at, XmlName name, SchemaDocument schema, ShapeName shapeName) {
        String defaultValue = at.attribute("default");
        return new Member(
                Member.Kind.ELEMENT,
                name,
                shape(at, schema, shapeName),
                Member.Occurs.ONCE,
                at.flag("nillable"),
                Xs.omitsDefault(at),
                defaultValue == null ? at.attribute("fixed") : defaultValue,
                List.of(),
                Namespaces.ANY,
                Xs.documentation(at),
                at.place());
    }

    private Shape shape(Element at, SchemaDocument schema, ShapeName name) {
        String type = at.attribute("type");
        if (type != null) {
            return types.referenced(at, type, schema);
        }
        Shape nested = types.nested(at, schema, name);
        if (nested != null) {
            return nested;
        }
        String head = at.attribute("substitutionGroup");
        XmlName headName = head == null ? null : schema.resolve(at, head);
        Declaration of = headName == null ? null : symbols.find(Space.ELEMENT, headName);
        return of == null || of.element() == at ? XML : headShape(of, at);
    }

    /** An element without a type has that of the head of its substitution group. */
    private Shape headShape(Declaration head, Element at) {
        if (!openGroups.add(head.name())) {
            diagnostics.error(at, "the substitution group leads back to itself");
            return XML;
        }
        Shape shape = global(head).shape();
        openGroups.remove(head.name());
        return shape;
    }

    private Particle.Single any(Element at, SchemaDocument schema) {
        Member any =
                Member.of(
                        Member.Kind.ANY,
                        XmlName.of("", "any"),
                        XML,
                        occurs(at),
                        Xs.documentation(at),
                        at.place());
        return new Particle.Single(
                any.with(Namespaces.of(at.attributeOr("namespace", "##any"), schema.namespace())));
    }

    private Member.Occurs occurs(Element at) {
        return new Member.Occurs(minimum(at), maximum(at), false);
    }

    private int minimum(Element at) {
        return count(at, "minOccurs");
    }

    private int maximum(Element at) {
        return count(at, "maxOccurs");
    }

    private int count(Element at, String attribute) {
        String value = at.attribute(attribute);
        if (value == null) {
            return 1;
        }
        if (value.equals("unbounded")) {
            return Member.Occurs.UNBOUNDED;
        }
        try {
            return Math.max(0, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            diagnostics.error(at, attribute + " must be a number but is " + value);
            return 1;
        }
    }
}
