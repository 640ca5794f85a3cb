package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.error.BelayException;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Elements that are kept. */
class XmlBufferTest {
    private static XmlBuffer parse(String text) {
        return XmlBuffer.parse(text.getBytes(UTF_8));
    }

    @Test
    void equalityIsThatOfTheInfoset() {
        XmlBuffer buffer = parse("<p:a xmlns:p='urn:p' x='1' y='2'>t<b/><![CDATA[u]]></p:a>");
        XmlBuffer same = parse("<a xmlns='urn:p' y='2' x='1'>t<b xmlns=''></b>u</a>");
        assertEquals(buffer, same);
        assertEquals(buffer.hashCode(), same.hashCode());
        assertNotEquals(buffer, parse("<p:a xmlns:p='urn:p' x='1' y='2'>t<b/>v</p:a>"));
        assertNotEquals(buffer, parse("<p:a xmlns:p='urn:p' x='1'>t<b/>u</p:a>"));
        assertNotEquals(buffer, parse("<p:a xmlns:p='urn:p' x='1' y='2' z=''>t<b/>u</p:a>"));
        assertNotEquals(buffer, parse("<p:a xmlns:p='urn:q' x='1' y='2'>t<b/>u</p:a>"));
        assertNotEquals(buffer, parse("<p:a xmlns:p='urn:p' x='1' y='2'>t<b><c/></b>u</p:a>"));
    }

    @Test
    void namespacesAroundAreKept() {
        XmlReader reader =
                Vectors.text(
                        "<r xmlns:t='urn:t' xmlns='urn:d'><v xmlns:u='urn:u'>t:name</v><w/></r>"
                                .getBytes(UTF_8),
                        XmlQuotas.DEFAULT);
        reader.toElement();
        reader.enter();
        XmlBuffer buffer = reader.readBuffer();
        assertEquals("w", reader.localName());
        XmlReader kept = buffer.reader();
        kept.toElement();
        assertEquals(XmlName.of("urn:d", "v"), kept.name());
        assertEquals("urn:u", kept.namespaceOf("u"));
        kept.enter();
        assertEquals(XmlName.of("urn:t", "name"), kept.readQName());
        var out = new XmlOutput();
        XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
        writer.startElement("t", "x", "urn:t");
        writer.buffer(buffer);
        writer.endElement();
        assertEquals(
                "<t:x xmlns:t=\"urn:t\"><v xmlns=\"urn:d\" xmlns:u=\"urn:u\">t:name</v></t:x>",
                new String(out.toByteArray(), UTF_8));
    }

    /** Prefixes in values mean the same in an element that had one of them for itself. */
    @Test
    void contentKeepsItsPrefixesInAnotherElement() {
        String type = "i:type='c:int' xmlns:i='urn:i'";
        for (String element :
                List.of(
                        "<Any " + type + " xmlns:c='urn:types'>c:name</Any>",
                        "<p:Any " + type + " xmlns:c='urn:types' xmlns:p='urn:d'>c:name</p:Any>",
                        "<n1:Any " + type + " xmlns:c='urn:types' xmlns:n1='urn:x'>c:name</n1:Any>",
                        "<Any " + type + " xmlns:c='urn:types' xmlns='urn:d'>c:name</Any>",
                        "<Any " + type + " xmlns:c='urn:types' xmlns='urn:x'>c:name</Any>")) {
            for (Encoding kind : Encoding.values()) {
                for (String prefix : List.of("c", "", "p")) {
                    var out = new XmlOutput();
                    XmlWriter writer = kind.writer(out);
                    writer.startElement(prefix, XmlName.of("urn:d", "R"));
                    writer.startElement(XmlName.of("urn:d", "Any"));
                    writer.content(parse(element));
                    writer.endElement();
                    writer.endElement();
                    XmlReader reader = kind.reader(out);
                    reader.toElement();
                    reader.enter();
                    assertTrue(reader.toElement(XmlName.of("urn:d", "Any")), element);
                    reader.enterAttribute(reader.findAttribute(XmlName.of("urn:i", "type")));
                    assertEquals(XmlName.of("urn:types", "int"), reader.readQName(), element);
                    reader.leaveAttribute();
                    reader.enter();
                    assertEquals(XmlName.of("urn:types", "name"), reader.readQName(), element);
                }
            }
        }
    }

    /** Both encodings. */
    private enum Encoding {
        TEXT,
        BINARY;

        XmlWriter writer(XmlOutput out) {
            return this == TEXT
                    ? XmlWriter.text(out, XmlWriterOptions.DEFAULT)
                    : XmlWriter.binary(out, XmlDictionary.none(), null, XmlWriterOptions.DEFAULT);
        }

        XmlReader reader(XmlOutput out) {
            return this == TEXT
                    ? Vectors.text(out.toByteArray(), XmlQuotas.DEFAULT)
                    : Vectors.binary(
                            out.toByteArray(), XmlDictionary.none(), null, XmlQuotas.DEFAULT);
        }
    }

    @Test
    void anyDocumentComesBackTheSame() {
        for (int i = 0; i < 300; i++) {
            byte[] document = new Documents(new Random(i)).next();
            XmlBuffer buffer = XmlBuffer.parse(document);
            String text = buffer.toString();
            assertEquals(buffer, parse(text), text);
            XmlReader ofDocument = Vectors.text(document, XmlQuotas.DEFAULT);
            ofDocument.toElement();
            assertEquals(ofDocument.readBuffer(), parse(text));
        }
    }

    @Test
    void longStringsOfTheSessionAreKeptOnce() {
        var strings = SessionStrings.none().with(List.of(XmlString.of("n".repeat(2000))));
        var out = new XmlOutput();
        strings.writeTable(SessionStrings.none(), out);
        var table = new SessionStringTable(2048);
        table.addFrom(out.array(), 0, out.size());
        byte[] document = HexFormat.of().parseHex("400161" + "420101".repeat(10_000) + "01");
        XmlReader reader = Vectors.binary(document, XmlDictionary.nbfs(), table, XmlQuotas.DEFAULT);
        reader.toElement();
        XmlBuffer buffer = reader.readBuffer();
        assertTrue(buffer.octets() < 2 * document.length + 4096, "" + buffer.octets());
        XmlReader again = buffer.reader();
        again.toElement();
        again.enter();
        assertEquals(2000, again.localName().length());
    }

    @Test
    void documentWithoutRootIsRefused() {
        assertThrows(BelayException.class, () -> parse(""));
        assertThrows(BelayException.class, () -> parse("<a/><b/>"));
        assertThrows(BelayException.class, () -> parse("<a/>x"));
    }
}
