package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlString;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A complex type: attributes, then elements in order or text, as the fields of a record.
 *
 * <p>Reading fills a draft, a mutable class beside the record, and then builds the record from it;
 * so nothing is boxed and nothing reflected. What an optional field's draft holds at first is its
 * default value.
 *
 * <pre>{@code
 * record Line(@Nullable String sku, int quantity) {
 *     static final StructType<Line, Draft> TYPE =
 *             StructType.of(XmlName.of("urn:shop", "Line"), Draft::new, Draft::build)
 *                     .element(SKU, XmlTypes.STRING, Line::sku, (d, v) -> d.sku = v).optional().nillable()
 *                     .intElement(QUANTITY, XmlTypes.INT, Line::quantity, (d, v) -> d.quantity = v)
 *                     .build();
 * }
 * }</pre>
 *
 * <p>Elements that are not described are skipped wherever they stand, and attributes too, unless
 * the type is strict: newer peers may say more. An element that is described must stand in its
 * place and not come twice. A missing one that is required is INVALID_FORMAT.
 *
 * @param <T> the record
 * @param <D> its draft
 */
public final class StructType<T, D> extends XmlType<T> {
    private final XmlName name;
    private final Supplier<D> draft;
    private final Function<D, T> build;
    private final Attributes<T, D> attributes;
    private final Sequence<T, D> content;
    private final @Nullable Slot<T, D> text;
    private final boolean strict;

    // Namespaces that several elements have, so that one declaration serves them.
    private final List<XmlString> namespaces;
    private final boolean unqualified;

    StructType(StructBuilder<T, D> builder, Attributes<T, D> attributes, Sequence<T, D> content) {
        this.name = builder.name;
        this.draft = builder.draft;
        this.build = builder.build;
        this.attributes = attributes;
        this.content = content;
        this.text = builder.text;
        this.strict = builder.strict;
        Map<XmlString, Integer> counts = new LinkedHashMap<>();
        content.names(element -> counts.merge(element.namespace(), 1, Integer::sum));
        this.unqualified = counts.remove(XmlString.EMPTY) != null;
        counts.values().removeIf(count -> count == 1);
        this.namespaces = List.copyOf(counts.keySet());
    }

    /**
     * Starts a description.
     *
     * @param name the name of the schema type
     * @param draft makes an empty draft
     * @param build makes the record from a draft
     */
    public static <T, D> StructBuilder<T, D> of(
            XmlName name, Supplier<D> draft, Function<D, T> build) {
        return new StructBuilder<>(name, draft, build);
    }

    @Override
    public XmlName name() {
        return name;
    }

    /** A fresh draft. */
    public D draft() {
        return draft.get();
    }

    /** The value that a draft has become. */
    public T build(D filled) {
        return build.apply(filled);
    }

    /** Elements without namespace are best written where there is no default namespace. */
    @Override
    @Nullable String prefixFor(T value) {
        return unqualified ? "q" : null;
    }

    @Override
    public T read(XmlReader reader) {
        D filled = draft.get();
        readInto(reader, filled);
        return build.apply(filled);
    }

    /**
     * Reads the element that the reader stands on into a draft that may hold values from elsewhere
     * already.
     */
    public void readInto(XmlReader reader, D into) {
        attributes.read(reader, into, strict);
        reader.enter();
        if (text != null) {
            text.read(reader, into);
        } else {
            content.readAll(reader, into, strict);
        }
        reader.leave();
    }

    /**
     * Reads the element content into a draft without an element around it: all that comes up to the
     * end tag. For messages whose parts stand in the body without a wrapper.
     */
    public void readContentInto(XmlReader reader, D into) {
        content.readAll(reader, into, strict);
    }

    /** Writes the element content without an element around it. */
    public void writeContent(XmlWriter writer, T value) {
        content.write(writer, value);
    }

    /** Whether the element that the reader stands on begins the element content. */
    boolean startsAt(XmlReader reader) {
        return content.startsAt(reader);
    }

    /** Reads the element content as a group: up to the first element that does not belong to it. */
    T readInPlace(XmlReader reader) {
        D filled = draft.get();
        content.read(reader, filled);
        return build.apply(filled);
    }

    @Override
    public void write(XmlWriter writer, T value) {
        attributes.write(writer, value);
        if (text != null) {
            text.write(writer, value);
            return;
        }
        for (XmlString namespace : namespaces) {
            writer.declare(namespace);
        }
        if (content.willWriteNil(value)) {
            Nil.declare(writer);
        }
        content.write(writer, value);
    }
}
