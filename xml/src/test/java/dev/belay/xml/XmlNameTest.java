package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings and names that a program knows. */
class XmlNameTest {
    @Test
    void stringsAreComparedByTheirCharacters() {
        XmlString own = XmlString.of("own");
        assertEquals(own, XmlString.of("own"));
        assertEquals(own.hashCode(), XmlString.of("own").hashCode());
        assertNotEquals(own, XmlString.of("Own"));
        assertNotEquals(own, XmlString.EMPTY);
        assertSame(XmlString.EMPTY, XmlString.of(""));
        assertSame(XmlString.of("Envelope"), XmlString.of("Envelope"), "of the dictionary");
        assertThrows(IllegalArgumentException.class, () -> XmlString.of("\ud800"));
    }

    @Test
    void namesAreComparedByBothParts() {
        assertEquals(XmlName.of("urn:a", "b"), XmlName.of("urn:a", "b"));
        assertNotEquals(XmlName.of("urn:a", "b"), XmlName.of("", "b"));
        assertNotEquals(XmlName.of("urn:a", "b"), XmlName.of("urn:a", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a b", "1a", "-a", ".a", "a\u00d7", " a", "a\n", "<"})
    void whatIsNoNameIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> XmlName.of("", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "a1.-_", "\u00e9t\u00e9", "\ud800\udc00"})
    void whatIsANameIsTaken(String text) {
        assertEquals(text, XmlName.of("", text).localName().toString());
    }
}
