package dev.belay.metadata.schema;

import dev.belay.metadata.document.Diagnostics;
import dev.belay.metadata.document.Document;
import dev.belay.metadata.document.DocumentLoader;
import dev.belay.metadata.document.Element;
import dev.belay.metadata.schema.Symbols.Declaration;
import dev.belay.metadata.schema.Symbols.Space;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads XML Schema into shapes. First {@link #add} all schemas, then ask for elements and types,
 * then {@link #finish}. Only what is asked for, and what that leads to, is made and checked. For
 * one thread at a time.
 */
public final class SchemaReader {
    private final Diagnostics diagnostics;
    private final Symbols symbols;
    private final SchemaCollector collector;
    private final Types types;
    private final Particles particles;
    private final Map<XmlName, ElementShape> elements = new LinkedHashMap<>();

    public SchemaReader(DocumentLoader loader, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        symbols = new Symbols(diagnostics);
        collector = new SchemaCollector(loader, diagnostics, symbols);
        types = new Types(symbols, diagnostics);
        particles = new Particles(types, symbols, diagnostics);
    }

    /** Adds a schema, its includes and its imports. */
    public void add(Document document, Element schema) {
        collector.collect(document, schema);
    }

    /** The element of that name; null, and an error at {@code asker}, if there is none. */
    public @Nullable ElementShape element(XmlName name, Element asker) {
        ElementShape known = elements.get(name);
        if (known != null) {
            return known;
        }
        Declaration declaration = symbols.find(Space.ELEMENT, name);
        if (declaration == null) {
            diagnostics.error(asker, "there is no element " + Types.words(name));
            return null;
        }
        ElementShape made = particles.elementShape(declaration);
        elements.put(name, made);
        return made;
    }

    /** The type of that name; any XML, and an error at {@code asker}, if there is none. */
    public Shape type(XmlName name, Element asker) {
        return types.named(name, asker);
    }

    /** Adds to each structure the types that extend it. */
    public void finish() {
        types.addDerived();
    }

    /**
     * Whether the schemas come from .NET's data contracts. There a number or a truth value that is
     * absent stands for zero or false.
     */
    public boolean usesDataContracts() {
        return collector.dataContracts();
    }
}
