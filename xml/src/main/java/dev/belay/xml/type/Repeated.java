package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * Elements that stand in a row and make up one Java value, a list or an array. Used without a
 * wrapper by {@link StructBuilder#repeating}, with one as {@link #wrapped}.
 *
 * <p>Immutable, for any number of threads.
 *
 * @param <A> the Java type of all items together
 */
public abstract class Repeated<A> {
    Repeated() {}

    /** Elements of one name and type. A nil item is an error. */
    @SuppressWarnings("NullAway") // without nil items there is no null in the list
    public static <F> Repeated<List<F>> of(XmlName item, XmlType<F> type) {
        return new RepeatedElements<>(item, type, false);
    }

    /** Elements of one name and type, of which some may be nil: nulls in the list. */
    public static <F> Repeated<List<@Nullable F>> nillable(XmlName item, XmlType<F> type) {
        return new RepeatedElements<>(item, type, true);
    }

    /** Elements of several names in any order. */
    public static <C> Repeated<List<C>> choice(ChoiceType<C> type) {
        return new RepeatedChoice<>(type);
    }

    /** Elements of any name that the wildcard allows, each whole. */
    public static Repeated<List<XmlBuffer>> any(Wildcard wildcard) {
        return new RepeatedAny(wildcard);
    }

    /** A group of elements that repeats as a whole; the struct's attributes play no part. */
    public static <G> Repeated<List<G>> group(StructType<G, ?> group) {
        return new RepeatedGroup<>(group);
    }

    /** Booleans as an array. Binary XML has one record for all of them. */
    public static Repeated<boolean[]> booleans(XmlName item) {
        return new RepeatedPrimitives<>(item, PrimitiveArray.BOOLEANS);
    }

    /** {@code xs:short} as an array. Binary XML has one record for all of them. */
    public static Repeated<short[]> shorts(XmlName item) {
        return new RepeatedPrimitives<>(item, PrimitiveArray.SHORTS);
    }

    /** {@code xs:int} as an array. Binary XML has one record for all of them. */
    public static Repeated<int[]> ints(XmlName item) {
        return new RepeatedPrimitives<>(item, PrimitiveArray.INTS);
    }

    /** {@code xs:long} as an array. Binary XML has one record for all of them. */
    public static Repeated<long[]> longs(XmlName item) {
        return new RepeatedPrimitives<>(item, PrimitiveArray.LONGS);
    }

    /** {@code xs:float} as an array. Binary XML has one record for all of them. */
    public static Repeated<float[]> floats(XmlName item) {
        return new RepeatedPrimitives<>(item, PrimitiveArray.FLOATS);
    }

    /** {@code xs:double} as an array. Binary XML has one record for all of them. */
    public static Repeated<double[]> doubles(XmlName item) {
        return new RepeatedPrimitives<>(item, PrimitiveArray.DOUBLES);
    }

    /**
     * The type with this name whose whole content is these items: an array with a wrapper, such as
     * {@code ArrayOfLine}.
     */
    public final XmlType<A> wrapped(XmlName typeName) {
        return new WrappedType<>(typeName, this);
    }

    /** Whether the element that the reader stands on is an item. */
    abstract boolean startsAt(XmlReader reader);

    /** Reads the items from here on; {@link #startsAt} was true. */
    abstract A read(XmlReader reader);

    /** No items. */
    abstract A none();

    abstract boolean isEmpty(A items);

    /** Tells the names of the items, if they are known. */
    void names(Consumer<? super XmlName> into) {}

    /** Declares on the wrapper just opened what the items would declare each for itself. */
    void declare(XmlWriter writer) {}

    abstract void write(XmlWriter writer, A items);
}
