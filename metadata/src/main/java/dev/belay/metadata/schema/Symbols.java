package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The global components of all schemas, by name. */
final class Symbols {
    /** What a global name can stand for; each kind has its own symbol space. */
    enum Space {
        TYPE("type"),
        ELEMENT("element"),
        ATTRIBUTE("attribute"),
        GROUP("group"),
        ATTRIBUTE_GROUP("attribute group");

        final String word;

        Space(String word) {
            this.word = word;
        }
    }

    /** A global component. */
    record Declaration(XmlName name, Element element, SchemaDocument schema) {}

    private record Key(Space space, XmlName name) {}

    private final Map<Key, Declaration> declarations = new LinkedHashMap<>();
    private final Map<XmlName, List<Declaration>> derived = new LinkedHashMap<>();
    private final Map<XmlName, List<Declaration>> substitutes = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    Symbols(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Enters all global components of a schema. */
    void enter(SchemaDocument schema) {
        for (Element component : schema.root().children()) {
            Space space = space(component);
            String name = component.attribute("name");
            if (space != null && name == null) {
                diagnostics.error(component, "a global component needs a name");
            } else if (space != null && name != null) {
                enter(space, new Declaration(schema.global(name), component, schema));
            }
        }
    }

    private void enter(Space space, Declaration declaration) {
        Declaration first = declarations.putIfAbsent(new Key(space, declaration.name), declaration);
        if (first == null) {
            enterRelations(space, declaration);
        } else if (!same(first.element, declaration.element)) {
            diagnostics.warning(
                    declaration.element,
                    "declared again and differently; the one at "
                            + first.element.place()
                            + " is used");
        }
    }

    private void enterRelations(Space space, Declaration declaration) {
        if (space == Space.TYPE) {
            Element content = derivation(declaration.element);
            String base = content == null ? null : content.attribute("base");
            relate(derived, declaration, content, base);
        } else if (space == Space.ELEMENT) {
            Element element = declaration.element;
            relate(substitutes, declaration, element, element.attribute("substitutionGroup"));
        }
    }

    private static void relate(
            Map<XmlName, List<Declaration>> relation,
            Declaration from,
            @Nullable Element at,
            @Nullable String reference) {
        XmlName to = at == null || reference == null ? null : from.schema.resolve(at, reference);
        if (to != null) {
            relation.computeIfAbsent(to, n -> new ArrayList<>()).add(from);
        }
    }

    /** The extension or restriction inside a complex type; null if there is none. */
    static @Nullable Element derivation(Element complexType) {
        for (String content : List.of("complexContent", "simpleContent")) {
            Element inner = Xs.child(complexType, content);
            if (inner != null) {
                Element extension = Xs.child(inner, "extension");
                return extension != null ? extension : Xs.child(inner, "restriction");
            }
        }
        return null;
    }

    private static @Nullable Space space(Element component) {
        if (!component.namespace().equals(Xs.NAMESPACE)) {
            return null;
        }
        return switch (component.localName()) {
            case "complexType", "simpleType" -> Space.TYPE;
            case "element" -> Space.ELEMENT;
            case "attribute" -> Space.ATTRIBUTE;
            case "group" -> Space.GROUP;
            case "attributeGroup" -> Space.ATTRIBUTE_GROUP;
            default -> null;
        };
    }

    private static boolean same(Element a, Element b) {
        if (!a.name().equals(b.name())
                || !a.attributes().equals(b.attributes())
                || !a.text().strip().equals(b.text().strip())
                || a.children().size() != b.children().size()) {
            return false;
        }
        for (int i = 0; i < a.children().size(); i++) {
            if (!same(a.children().get(i), b.children().get(i))) {
                return false;
            }
        }
        return true;
    }

    @Nullable Declaration find(Space space, XmlName name) {
        return declarations.get(new Key(space, name));
    }

    /**
     * Whether values of a complex type can only be kept as XML, because text stands among the
     * elements of it or of a base; null if its bases lead in a circle.
     */
    @Nullable Boolean isMixed(Element complexType, SchemaDocument schema) {
        Set<Element> seen = new HashSet<>();
        Element type = complexType;
        SchemaDocument document = schema;
        while (seen.add(type)) {
            Element content = Xs.child(type, "complexContent");
            if (type.flag("mixed") || content != null && content.flag("mixed")) {
                return true;
            }
            Element derivation = derivation(type);
            String base = derivation == null ? null : derivation.attribute("base");
            XmlName name =
                    derivation == null || base == null ? null : document.resolve(derivation, base);
            Declaration next = name == null ? null : find(Space.TYPE, name);
            if (next == null) {
                return false;
            }
            type = next.element;
            document = next.schema;
        }
        return null;
    }

    /** The complex types that name this one as their base. */
    List<Declaration> derivedFrom(XmlName type) {
        return derived.getOrDefault(type, List.of());
    }

    /** The elements that may stand in the place of this one, but not those of the second degree. */
    List<Declaration> substitutesOf(XmlName element) {
        return substitutes.getOrDefault(element, List.of());
    }
}
