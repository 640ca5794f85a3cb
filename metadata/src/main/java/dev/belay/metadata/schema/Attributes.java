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

/** Reads the attributes of complex types. */
final class Attributes {
    private static final ValueShape STRING = ValueShape.of(ValueKind.STRING);

    private final Types types;
    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final Set<XmlName> openGroups = new HashSet<>();

    Attributes(Types types, Symbols symbols, Diagnostics diagnostics) {
        this.types = types;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** The attributes inside a complex type, a derivation or an attribute group. */
    List<Member> members(Element at, SchemaDocument schema, ShapeName owner) {
        List<Member> members = new ArrayList<>();
        add(at, schema, owner, members);
        // Wildcards last: they take what is left.
        members.sort((a, b) -> Boolean.compare(isWildcard(a), isWildcard(b)));
        return members;
    }

    private static boolean isWildcard(Member member) {
        return member.kind() == Member.Kind.ANY_ATTRIBUTES;
    }

    private void add(Element at, SchemaDocument schema, ShapeName owner, List<Member> to) {
        for (Element child : at.children()) {
            if (Xs.is(child, "attribute")) {
                addAttribute(child, schema, owner, to);
            } else if (Xs.is(child, "attributeGroup")) {
                addGroup(child, schema, owner, to);
            } else if (Xs.is(child, "anyAttribute")
                    && to.stream().noneMatch(Attributes::isWildcard)) {
                to.add(anyAttributes(child, schema));
            }
        }
    }

    private void addGroup(Element at, SchemaDocument schema, ShapeName owner, List<Member> to) {
        XmlName name = reference(at, schema);
        Declaration group = name == null ? null : symbols.find(Space.ATTRIBUTE_GROUP, name);
        if (group == null) {
            diagnostics.error(at, "there is no attribute group " + at.attribute("ref"));
        } else if (openGroups.add(group.name())) {
            add(group.element(), group.schema(), owner, to);
            openGroups.remove(group.name());
        } else {
            diagnostics.error(at, "the attribute group contains itself");
        }
    }

    private static @Nullable XmlName reference(Element at, SchemaDocument schema) {
        String reference = at.attribute("ref");
        return reference == null ? null : schema.resolve(at, reference);
    }

    private void addAttribute(Element at, SchemaDocument schema, ShapeName owner, List<Member> to) {
        if (at.attributeOr("use", "optional").equals("prohibited")) {
            return;
        }
        XmlName reference = reference(at, schema);
        if (at.attribute("ref") == null) {
            String localName = at.attributeOr("name", "");
            if (localName.isEmpty()) {
                diagnostics.error(at, "an attribute needs a name or a ref");
                return;
            }
            ShapeName shapeName = Particles.nested(owner, schema, localName);
            XmlName name = schema.local(at, localName, "attributeFormDefault");
            to.add(attribute(at, at, name, shape(at, schema, shapeName)));
        } else if (reference != null && reference.namespace().toString().equals(Xs.XML)) {
            to.add(attribute(at, at, reference, STRING));
        } else {
            addReference(at, reference, to);
        }
    }

    private void addReference(Element at, @Nullable XmlName name, List<Member> to) {
        Declaration global = name == null ? null : symbols.find(Space.ATTRIBUTE, name);
        if (global == null) {
            diagnostics.error(at, "there is no attribute " + at.attribute("ref"));
            return;
        }
        XmlName globalName = global.name();
        ShapeName shapeName = ShapeName.anonymous(globalName);
        Shape shape = shape(global.element(), global.schema(), shapeName);
        to.add(attribute(at, global.element(), globalName, shape));
    }

    private Shape shape(Element at, SchemaDocument schema, ShapeName name) {
        String type = at.attribute("type");
        Shape shape =
                type == null ? types.nested(at, schema, name) : types.referenced(at, type, schema);
        if (shape == null) {
            return STRING;
        }
        if (shape instanceof StructShape
                || shape instanceof ValueShape value && value.kind() == ValueKind.XML) {
            diagnostics.error(at, "the type of an attribute must be simple");
            return STRING;
        }
        return shape;
    }

    private static Member attribute(Element use, Element declaration, XmlName name, Shape shape) {
        String defaultValue = first(use, declaration, "default");
        String documentation = Xs.documentation(use);
        return new Member(
                Member.Kind.ATTRIBUTE,
                name,
                shape,
                new Member.Occurs(
                        use.attributeOr("use", "optional").equals("required") ? 1 : 0, 1, false),
                false,
                false,
                defaultValue == null ? first(use, declaration, "fixed") : defaultValue,
                List.of(),
                Namespaces.ANY,
                documentation.isEmpty() ? Xs.documentation(declaration) : documentation,
                use.place());
    }

    private static @Nullable String first(Element use, Element declaration, String attribute) {
        String value = use.attribute(attribute);
        return value == null ? declaration.attribute(attribute) : value;
    }

    private static Member anyAttributes(Element at, SchemaDocument schema) {
        return Member.of(
                        Member.Kind.ANY_ATTRIBUTES,
                        XmlName.of("", "anyAttributes"),
                        STRING,
                        Member.Occurs.ANY_NUMBER,
                        "",
                        at.place())
                .with(Namespaces.of(at.attributeOr("namespace", "##any"), schema.namespace()));
    }
}
