package dev.belay.metadata.schema;

import dev.belay.metadata.document.Place;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A part of a structure. Immutable.
 *
 * @param kind how it is written
 * @param name the element's or attribute's name; for the other kinds a name made up for it
 * @param shape what it holds; for {@link Kind#GROUP} the group as a structure
 * @param occurs how often it occurs
 * @param nillable whether an element may be there with {@code xsi:nil}
 * @param omitsNull whether a nillable element is left out where it is null, and not written as nil
 *     ({@code EmitDefaultValue="false"} of .NET's data contracts)
 * @param defaultValue what stands for an absent attribute or an empty element, as text
 * @param alternatives for {@link Kind#CHOICE} the elements of which it consists, else empty
 * @param namespaces for wildcards what they allow
 * @param documentation plain text; "" if there is none
 * @param place where it is described
 */
public record Member(
        Kind kind,
        XmlName name,
        Shape shape,
        Occurs occurs,
        boolean nillable,
        boolean omitsNull,
        @Nullable String defaultValue,
        List<Member> alternatives,
        Namespaces namespaces,
        String documentation,
        Place place) {
    /** How a member is written. */
    public enum Kind {
        ELEMENT,
        ATTRIBUTE,
        /** The text of the structure's element. */
        TEXT,
        /** Any element that the wildcard allows. */
        ANY,
        /** All attributes that no other member takes. */
        ANY_ATTRIBUTES,
        /** Elements in any order that belong to a repeated choice. */
        CHOICE,
        /** A group of elements that repeats as a whole. */
        GROUP
    }

    /**
     * How often a member occurs where its group is there.
     *
     * @param minimum 0 if it may be absent
     * @param maximum {@link #UNBOUNDED} for any number
     * @param conditional whether it stands in a choice or an optional group, so that it may be
     *     absent whatever the minimum
     */
    public record Occurs(int minimum, int maximum, boolean conditional) {
        /** No upper limit. */
        public static final int UNBOUNDED = Integer.MAX_VALUE;

        static final Occurs ONCE = new Occurs(1, 1, false);
        static final Occurs ANY_NUMBER = new Occurs(0, UNBOUNDED, false);
    }

    public Member {
        alternatives = List.copyOf(alternatives);
    }

    /** An element that occurs once. */
    public static Member element(XmlName name, Shape shape, Place place) {
        return of(Kind.ELEMENT, name, shape, Occurs.ONCE, "", place);
    }

    /** A header: an element that may be absent. */
    public static Member header(ElementShape element) {
        return of(
                Kind.ELEMENT,
                element.name(),
                element.shape(),
                new Occurs(0, 1, false),
                element.documentation(),
                element.place());
    }

    static Member of(
            Kind kind,
            XmlName name,
            Shape shape,
            Occurs occurs,
            String documentation,
            Place place) {
        return new Member(
                kind,
                name,
                shape,
                occurs,
                false,
                false,
                null,
                List.of(),
                Namespaces.ANY,
                documentation,
                place);
    }

    public boolean repeats() {
        return occurs.maximum > 1;
    }

    /** Whether it may be absent where its group is there. */
    public boolean isOptional() {
        return occurs.minimum == 0;
    }

    /** Whether a structure may lack it. */
    public boolean mayBeAbsent() {
        return occurs.minimum == 0 || occurs.conditional;
    }

    Member with(Occurs newOccurs) {
        return new Member(
                kind,
                name,
                shape,
                newOccurs,
                nillable,
                omitsNull,
                defaultValue,
                alternatives,
                namespaces,
                documentation,
                place);
    }

    Member with(Namespaces allowed) {
        return new Member(
                kind,
                name,
                shape,
                occurs,
                nillable,
                omitsNull,
                defaultValue,
                alternatives,
                allowed,
                documentation,
                place);
    }

    Member with(Shape newShape) {
        return new Member(
                kind,
                name,
                newShape,
                occurs,
                nillable,
                omitsNull,
                defaultValue,
                alternatives,
                namespaces,
                documentation,
                place);
    }

    Member withAlternatives(List<Member> elements) {
        return new Member(
                kind,
                name,
                shape,
                occurs,
                nillable,
                omitsNull,
                defaultValue,
                elements,
                namespaces,
                documentation,
                place);
    }

    Member inCondition() {
        return with(new Occurs(occurs.minimum, occurs.maximum, true));
    }
}
