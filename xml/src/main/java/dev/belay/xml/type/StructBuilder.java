package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Describes a struct field by field, in the order of the schema. {@link #optional()} and {@link
 * #nillable()} speak of the field or group before them; a field is required and not nillable unless
 * they say otherwise.
 *
 * <p>An absent or nil field leaves its draft as it is. Null is written as nil where the field is
 * nillable (unless {@link #omitNull()} was said), else left out where it is optional, else an
 * IllegalArgumentException. Primitive fields are always written.
 *
 * <p>Not for several threads; the result is.
 *
 * @param <T> the record
 * @param <D> its draft
 */
public final class StructBuilder<T, D> {
    final XmlName name;
    final Supplier<D> draft;
    final Function<D, T> build;
    private final List<Attributes.Attribute<T, D>> attributes = new ArrayList<>();
    private Attributes.@Nullable Rest<T, D> rest;
    private List<Particle<T, D>> particles = new ArrayList<>();
    @Nullable Slot<T, D> text;
    boolean strict;

    // The field that was described last: one of the two, or neither.
    private @Nullable Particle<T, D> lastParticle;
    private Attributes.@Nullable Attribute<T, D> lastAttribute;

    StructBuilder(XmlName name, Supplier<D> draft, Function<D, T> build) {
        this.name = Objects.requireNonNull(name, "name");
        this.draft = Objects.requireNonNull(draft, "draft");
        this.build = Objects.requireNonNull(build, "build");
    }

    // Elements

    /** An element of any type. */
    public <F> StructBuilder<T, D> element(
            XmlName element,
            XmlType<F> type,
            Function<? super T, ? extends @Nullable F> get,
            BiConsumer<? super D, ? super F> set) {
        return add(new ElementParticle<>(element, name, type, get, set));
    }

    /**
     * An element of a type that is asked for at the first use: structs refer to each other this
     * way.
     */
    public <F> StructBuilder<T, D> element(
            XmlName element,
            Supplier<? extends XmlType<F>> type,
            Function<? super T, ? extends @Nullable F> get,
            BiConsumer<? super D, ? super F> set) {
        return element(element, XmlType.lazy(type), get, set);
    }

    /** An element with a {@code boolean}. */
    public StructBuilder<T, D> booleanElement(
            XmlName element,
            BooleanType type,
            Accessors.BooleanGetter<? super T> get,
            Accessors.BooleanSetter<? super D> set) {
        return add(new PrimitiveParticle<>(element, name, Slot.ofBoolean(type, get, set)));
    }

    /** An element with a {@code byte}. */
    public StructBuilder<T, D> byteElement(
            XmlName element,
            ByteType type,
            Accessors.ByteGetter<? super T> get,
            Accessors.ByteSetter<? super D> set) {
        return add(new PrimitiveParticle<>(element, name, Slot.ofByte(type, get, set)));
    }

    /** An element with a {@code short}. */
    public StructBuilder<T, D> shortElement(
            XmlName element,
            ShortType type,
            Accessors.ShortGetter<? super T> get,
            Accessors.ShortSetter<? super D> set) {
        return add(new PrimitiveParticle<>(element, name, Slot.ofShort(type, get, set)));
    }

    /** An element with a {@code int}. */
    public StructBuilder<T, D> intElement(
            XmlName element,
            IntType type,
            ToIntFunction<? super T> get,
            ObjIntConsumer<? super D> set) {
        return add(new PrimitiveParticle<>(element, name, Slot.ofInt(type, get, set)));
    }

    /** An element with a {@code long}. */
    public StructBuilder<T, D> longElement(
            XmlName element,
            LongType type,
            ToLongFunction<? super T> get,
            ObjLongConsumer<? super D> set) {
        return add(new PrimitiveParticle<>(element, name, Slot.ofLong(type, get, set)));
    }

    /** An element with a {@code float}. */
    public StructBuilder<T, D> floatElement(
            XmlName element,
            FloatType type,
            Accessors.FloatGetter<? super T> get,
            Accessors.FloatSetter<? super D> set) {
        return add(new PrimitiveParticle<>(element, name, Slot.ofFloat(type, get, set)));
    }

    /** An element with a {@code double}. */
    public StructBuilder<T, D> doubleElement(
            XmlName element,
            DoubleType type,
            ToDoubleFunction<? super T> get,
            ObjDoubleConsumer<? super D> set) {
        return add(new PrimitiveParticle<>(element, name, Slot.ofDouble(type, get, set)));
    }

    /** Elements in a row without a wrapper; any number unless {@link #required()} follows. */
    public <A> StructBuilder<T, D> repeating(
            Repeated<A> items,
            Function<? super T, ? extends @Nullable A> get,
            BiConsumer<? super D, ? super A> set) {
        return add(new RepeatedParticle<>(items, get, set));
    }

    /**
     * Elements of one name in a row without a wrapper; any number unless {@link #required()}
     * follows.
     */
    public <F> StructBuilder<T, D> repeating(
            XmlName item,
            XmlType<F> type,
            Function<? super T, ? extends @Nullable List<F>> get,
            BiConsumer<? super D, ? super List<F>> set) {
        return repeating(Repeated.of(item, type), get, set);
    }

    /** As the other, of a type that is asked for at the first use. */
    public <F> StructBuilder<T, D> repeating(
            XmlName item,
            Supplier<? extends XmlType<F>> type,
            Function<? super T, ? extends @Nullable List<F>> get,
            BiConsumer<? super D, ? super List<F>> set) {
        return repeating(Repeated.of(item, XmlType.lazy(type)), get, set);
    }

    /** One element of any name that the wildcard allows. */
    public StructBuilder<T, D> any(
            Wildcard wildcard,
            Function<? super T, ? extends @Nullable XmlBuffer> get,
            BiConsumer<? super D, ? super XmlBuffer> set) {
        return add(new AnyParticle<>(wildcard, get, set));
    }

    // Groups

    /** One element out of several, as a value of a sealed interface. */
    public <C> StructBuilder<T, D> choice(
            ChoiceType<C> type,
            Function<? super T, ? extends @Nullable C> get,
            BiConsumer<? super D, ? super C> set) {
        return add(new ChoiceParticle<>(type, get, set));
    }

    /** One of the fields or groups that the argument describes; the others are null or empty. */
    public StructBuilder<T, D> choice(Consumer<? super StructBuilder<T, D>> alternatives) {
        return add(new Exclusive<>(group(alternatives), name));
    }

    /**
     * A group in order, for alternatives of a choice and for groups that may be absent as a whole.
     */
    public StructBuilder<T, D> sequence(Consumer<? super StructBuilder<T, D>> fields) {
        return add(new Sequence<>(group(fields), name));
    }

    /** A group in any order, each field at most once. */
    public StructBuilder<T, D> all(Consumer<? super StructBuilder<T, D>> fields) {
        return add(new Unordered<>(group(fields), name));
    }

    // Attributes

    /** An attribute. */
    public <F> StructBuilder<T, D> attribute(
            XmlName attribute,
            SimpleType<F> type,
            Function<? super T, ? extends @Nullable F> get,
            BiConsumer<? super D, ? super F> set) {
        return addAttribute(attribute, Slot.of(type, get, set));
    }

    /** An attribute with a {@code boolean}. */
    public StructBuilder<T, D> booleanAttribute(
            XmlName attribute,
            BooleanType type,
            Accessors.BooleanGetter<? super T> get,
            Accessors.BooleanSetter<? super D> set) {
        return addAttribute(attribute, Slot.ofBoolean(type, get, set));
    }

    /** An attribute with a {@code byte}. */
    public StructBuilder<T, D> byteAttribute(
            XmlName attribute,
            ByteType type,
            Accessors.ByteGetter<? super T> get,
            Accessors.ByteSetter<? super D> set) {
        return addAttribute(attribute, Slot.ofByte(type, get, set));
    }

    /** An attribute with a {@code short}. */
    public StructBuilder<T, D> shortAttribute(
            XmlName attribute,
            ShortType type,
            Accessors.ShortGetter<? super T> get,
            Accessors.ShortSetter<? super D> set) {
        return addAttribute(attribute, Slot.ofShort(type, get, set));
    }

    /** An attribute with a {@code int}. */
    public StructBuilder<T, D> intAttribute(
            XmlName attribute,
            IntType type,
            ToIntFunction<? super T> get,
            ObjIntConsumer<? super D> set) {
        return addAttribute(attribute, Slot.ofInt(type, get, set));
    }

    /** An attribute with a {@code long}. */
    public StructBuilder<T, D> longAttribute(
            XmlName attribute,
            LongType type,
            ToLongFunction<? super T> get,
            ObjLongConsumer<? super D> set) {
        return addAttribute(attribute, Slot.ofLong(type, get, set));
    }

    /** An attribute with a {@code float}. */
    public StructBuilder<T, D> floatAttribute(
            XmlName attribute,
            FloatType type,
            Accessors.FloatGetter<? super T> get,
            Accessors.FloatSetter<? super D> set) {
        return addAttribute(attribute, Slot.ofFloat(type, get, set));
    }

    /** An attribute with a {@code double}. */
    public StructBuilder<T, D> doubleAttribute(
            XmlName attribute,
            DoubleType type,
            ToDoubleFunction<? super T> get,
            ObjDoubleConsumer<? super D> set) {
        return addAttribute(attribute, Slot.ofDouble(type, get, set));
    }

    /**
     * All attributes that have no field of their own and that the wildcard allows, in the order of
     * the document.
     */
    public StructBuilder<T, D> anyAttributes(
            Wildcard wildcard,
            Function<? super T, ? extends @Nullable Map<XmlName, String>> get,
            BiConsumer<? super D, ? super Map<XmlName, String>> set) {
        rest = new Attributes.Rest<>(wildcard, get, set);
        return forget();
    }

    // Text

    /** The text content of an element without children; null is written as no text. */
    public <F> StructBuilder<T, D> text(
            SimpleType<F> type,
            Function<? super T, ? extends @Nullable F> get,
            BiConsumer<? super D, ? super F> set) {
        return addText(Slot.of(type, get, set));
    }

    /** The text content as a {@code boolean}. */
    public StructBuilder<T, D> booleanText(
            BooleanType type,
            Accessors.BooleanGetter<? super T> get,
            Accessors.BooleanSetter<? super D> set) {
        return addText(Slot.ofBoolean(type, get, set));
    }

    /** The text content as a {@code byte}. */
    public StructBuilder<T, D> byteText(
            ByteType type,
            Accessors.ByteGetter<? super T> get,
            Accessors.ByteSetter<? super D> set) {
        return addText(Slot.ofByte(type, get, set));
    }

    /** The text content as a {@code short}. */
    public StructBuilder<T, D> shortText(
            ShortType type,
            Accessors.ShortGetter<? super T> get,
            Accessors.ShortSetter<? super D> set) {
        return addText(Slot.ofShort(type, get, set));
    }

    /** The text content as a {@code int}. */
    public StructBuilder<T, D> intText(
            IntType type, ToIntFunction<? super T> get, ObjIntConsumer<? super D> set) {
        return addText(Slot.ofInt(type, get, set));
    }

    /** The text content as a {@code long}. */
    public StructBuilder<T, D> longText(
            LongType type, ToLongFunction<? super T> get, ObjLongConsumer<? super D> set) {
        return addText(Slot.ofLong(type, get, set));
    }

    /** The text content as a {@code float}. */
    public StructBuilder<T, D> floatText(
            FloatType type,
            Accessors.FloatGetter<? super T> get,
            Accessors.FloatSetter<? super D> set) {
        return addText(Slot.ofFloat(type, get, set));
    }

    /** The text content as a {@code double}. */
    public StructBuilder<T, D> doubleText(
            DoubleType type, ToDoubleFunction<? super T> get, ObjDoubleConsumer<? super D> set) {
        return addText(Slot.ofDouble(type, get, set));
    }

    // What is said of the field before

    /** The field or group before may be absent; its draft then keeps what it holds. */
    public StructBuilder<T, D> optional() {
        if (lastAttribute != null) {
            lastAttribute.optional = true;
        } else {
            last("optional").setOptional(true);
        }
        return this;
    }

    /** The repeated field before must have an item. */
    public StructBuilder<T, D> required() {
        last("required").setOptional(false);
        return this;
    }

    /** The element before may be nil, which is null. */
    public StructBuilder<T, D> nillable() {
        last("nillable").makeNillable();
        return this;
    }

    /**
     * The element before, optional and nillable, is left out where it is null, and not written as
     * nil.
     */
    public StructBuilder<T, D> omitNull() {
        last("omitNull").omitNull();
        return this;
    }

    // What is said of the whole

    /**
     * Elements and attributes that are not described are INVALID_FORMAT instead of being skipped.
     */
    public StructBuilder<T, D> strict() {
        strict = true;
        return forget();
    }

    /**
     * The type.
     *
     * @throws IllegalStateException if it has both text and elements
     */
    public StructType<T, D> build() {
        if (text != null && !particles.isEmpty()) {
            throw new IllegalStateException("type " + name + " has both text and elements");
        }
        return new StructType<>(
                this, new Attributes<>(name, attributes, rest), new Sequence<>(particles, name));
    }

    private StructBuilder<T, D> add(Particle<T, D> particle) {
        particles.add(particle);
        lastParticle = particle;
        lastAttribute = null;
        return this;
    }

    private List<Particle<T, D>> group(Consumer<? super StructBuilder<T, D>> fields) {
        List<Particle<T, D>> outer = particles;
        particles = new ArrayList<>();
        fields.accept(this);
        List<Particle<T, D>> inner = particles;
        particles = outer;
        return inner;
    }

    private StructBuilder<T, D> addAttribute(XmlName attribute, Slot<T, D> slot) {
        lastAttribute = new Attributes.Attribute<>(attribute, slot);
        lastParticle = null;
        attributes.add(lastAttribute);
        return this;
    }

    private StructBuilder<T, D> addText(Slot<T, D> slot) {
        text = slot;
        return forget();
    }

    private StructBuilder<T, D> forget() {
        lastParticle = null;
        lastAttribute = null;
        return this;
    }

    private Particle<T, D> last(String call) {
        if (lastParticle == null) {
            throw new IllegalStateException(call + "() of type " + name + " follows no element");
        }
        return lastParticle;
    }
}
