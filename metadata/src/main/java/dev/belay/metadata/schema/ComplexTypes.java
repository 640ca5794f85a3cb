package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shapes of complex types. */
final class ComplexTypes {
    private static final ValueShape XML = ValueShape.of(ValueKind.XML);

    private final Types types;
    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final ContentReader contents;
    private final Attributes attributes;

    ComplexTypes(Types types, Symbols symbols, Diagnostics diagnostics) {
        this.types = types;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
        this.contents = new ContentReader(new Particles(types, symbols, diagnostics), diagnostics);
        this.attributes = new Attributes(types, symbols, diagnostics);
    }

    /**
     * The shape of an {@code xs:complexType}. {@code early} gets the structure before its members
     * are known, so that members can lead back to it.
     */
    Shape shape(Element type, SchemaDocument schema, ShapeName name, Consumer<Shape> early) {
        Boolean mixed = symbols.isMixed(type, schema);
        if (mixed == null) {
            diagnostics.error(type, "the type is based on itself");
            return XML;
        }
        if (mixed) {
            diagnostics.warning(type, "text among elements (mixed) is kept as XML");
            return XML;
        }
        if (!name.declared() && isWildcard(type)) {
            return XML;
        }
        StructShape struct =
                new StructShape(name, type.flag("abstract"), Xs.documentation(type), type.place());
        early.accept(struct);
        Element content = Xs.child(type, "complexContent");
        content = content == null ? Xs.child(type, "simpleContent") : content;
        if (content == null) {
            struct.complete(null, own(type, schema, name));
        } else {
            derive(struct, content, schema, name);
        }
        return struct;
    }

    /** Whether a wildcard is all there is. */
    private static boolean isWildcard(Element type) {
        Element sequence = Xs.child(type, "sequence");
        return sequence != null
                && type.children().stream().allMatch(c -> c == sequence || Xs.is(c, "annotation"))
                && sequence.children().size() == 1
                && Xs.is(sequence.children().getFirst(), "any");
    }

    private List<Content> own(Element at, SchemaDocument schema, ShapeName name) {
        List<Content> own = new ArrayList<>(contents.contents(at, schema, name));
        own.addAll(attributeLeaves(at, schema, name));
        return own;
    }

    private List<Content> attributeLeaves(Element at, SchemaDocument schema, ShapeName name) {
        List<Content> leaves = new ArrayList<>();
        attributes.members(at, schema, name).forEach(m -> leaves.add(new Content.Leaf(m)));
        return leaves;
    }

    private void derive(
            StructShape struct, Element content, SchemaDocument schema, ShapeName name) {
        Element extension = Xs.child(content, "extension");
        Element derivation = extension != null ? extension : Xs.child(content, "restriction");
        XmlName baseName = derivation == null ? null : baseName(derivation, schema);
        if (derivation == null || baseName == null) {
            diagnostics.error(content, "needs an extension or a restriction with a base");
            return;
        }
        if (baseName.equals(Xs.ANY_TYPE)) {
            struct.complete(null, own(derivation, schema, name));
            return;
        }
        switch (types.named(baseName, derivation)) {
            // A restriction only takes away, so a value has room in the members of its base.
            case StructShape base ->
                    struct.complete(
                            base, extension == null ? List.of() : own(extension, schema, name));
            case ValueShape value when value.kind() == ValueKind.XML ->
                    struct.complete(null, own(derivation, schema, name));
            case Shape value -> {
                List<Content> own = new ArrayList<>();
                own.add(new Content.Leaf(text(value, content)));
                own.addAll(attributeLeaves(derivation, schema, name));
                struct.complete(null, own);
            }
        }
    }

    private static Member text(Shape shape, Element at) {
        return Member.of(
                Member.Kind.TEXT,
                XmlName.of("", "value"),
                shape,
                Member.Occurs.ONCE,
                "",
                at.place());
    }

    private static @Nullable XmlName baseName(Element derivation, SchemaDocument schema) {
        String base = derivation.attribute("base");
        return base == null ? null : schema.resolve(derivation, base);
    }
}
