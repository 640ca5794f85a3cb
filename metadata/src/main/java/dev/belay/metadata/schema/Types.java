package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.schema.Symbols.Declaration;
import dev.belay.metadata.schema.Symbols.Space;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shapes of types, each made once, so that recursive types end. */
final class Types {
    /** How many types may lead to one another before the way is taken for an attack. */
    private static final int MAX_NESTING = 400;

    private static final ValueShape XML = ValueShape.of(ValueKind.XML);

    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final SimpleTypes simpleTypes;
    private final ComplexTypes complexTypes;
    private final Map<XmlName, Shape> global = new LinkedHashMap<>();
    private final IdentityHashMap<Element, Shape> anonymous = new IdentityHashMap<>();
    private final Set<XmlName> inProgress = new HashSet<>();
    private int nesting;

    Types(Symbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
        this.simpleTypes = new SimpleTypes(this, diagnostics);
        this.complexTypes = new ComplexTypes(this, symbols, diagnostics);
    }

    /** The type that an attribute of {@code at} refers to; a problem is reported. */
    Shape referenced(Element at, String reference, SchemaDocument schema) {
        XmlName name = schema.resolve(at, reference);
        if (name == null) {
            diagnostics.error(at, "the prefix of " + reference + " is not declared");
            return XML;
        }
        return named(name, at);
    }

    /** The type of that name; a problem is reported at {@code at}. */
    Shape named(XmlName name, Element at) {
        Shape builtIn = Xs.builtIn(name);
        Shape known = builtIn != null ? builtIn : global.get(name);
        if (known != null) {
            return known;
        }
        Declaration declaration = symbols.find(Space.TYPE, name);
        if (declaration == null) {
            diagnostics.error(at, "there is no type " + words(name));
            return XML;
        }
        if (!inProgress.add(name)) {
            diagnostics.error(declaration.element(), "the type is based on itself");
            return XML;
        }
        Shape made =
                make(declaration.element(), declaration.schema(), ShapeName.declared(name), name);
        inProgress.remove(name);
        global.putIfAbsent(name, made);
        return made;
    }

    /** The type nested in an element or attribute declaration; null if there is none. */
    @Nullable Shape nested(Element declaration, SchemaDocument schema, ShapeName name) {
        for (Element child : declaration.children()) {
            if (Xs.is(child, "complexType") || Xs.is(child, "simpleType")) {
                Shape known = anonymous.get(child);
                if (known != null) {
                    return known;
                }
                Shape made = make(child, schema, name, null);
                anonymous.putIfAbsent(child, made);
                return made;
            }
        }
        return null;
    }

    private Shape make(
            Element type, SchemaDocument schema, ShapeName name, @Nullable XmlName global) {
        if (nesting == MAX_NESTING) {
            diagnostics.error(type, "more than " + MAX_NESTING + " types lead to one another");
            return XML;
        }
        nesting++;
        try {
            if (Xs.is(type, "simpleType")) {
                return simpleTypes.shape(type, schema, name);
            }
            return complexTypes.shape(type, schema, name, shape -> remember(type, global, shape));
        } finally {
            nesting--;
        }
    }

    private void remember(Element type, @Nullable XmlName name, Shape shape) {
        if (name == null) {
            anonymous.put(type, shape);
        } else {
            global.put(name, shape);
            inProgress.remove(name);
        }
    }

    SimpleTypes simple() {
        return simpleTypes;
    }

    /** Makes the types that are derived from those made so far, until there are no more. */
    void addDerived() {
        Set<XmlName> done = new HashSet<>();
        for (List<XmlName> todo = notIn(done); !todo.isEmpty(); todo = notIn(done)) {
            for (XmlName name : todo) {
                done.add(name);
                if (global.get(name) instanceof StructShape base) {
                    addDerived(name, base);
                }
            }
        }
    }

    private List<XmlName> notIn(Set<XmlName> done) {
        return global.keySet().stream().filter(n -> !done.contains(n)).toList();
    }

    private void addDerived(XmlName name, StructShape base) {
        for (Declaration derived : symbols.derivedFrom(name)) {
            Shape shape = named(derived.name(), derived.element());
            if (shape instanceof StructShape struct && struct.base() == base) {
                base.addDerived(struct);
            }
        }
    }

    static String words(XmlName name) {
        return name.namespace().isEmpty()
                ? name.localName() + " without namespace"
                : name.localName() + " in namespace " + name.namespace();
    }
}
