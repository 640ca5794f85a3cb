package dev.belay.metadata.schema;

import dev.belay.metadata.document.Place;
import dev.belay.xml.XmlName;

/**
 * A global element. Immutable.
 *
 * @param name its name
 * @param shape what it holds
 * @param nillable whether it may be there with {@code xsi:nil}
 * @param documentation plain text; "" if there is none
 * @param place where it is declared
 */
public record ElementShape(
        XmlName name, Shape shape, boolean nillable, String documentation, Place place) {}
