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
