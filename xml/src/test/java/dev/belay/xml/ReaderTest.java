package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** Moving and reading by elements; the same over text and binary. */
class ReaderTest {
    private static final XmlName ITEM = XmlName.of("urn:x", "item");

    /** Readers of the same document over both encodings. */
    private static List<XmlReader> both(String document) {
        byte[] text = document.getBytes(UTF_8);
        var out = new XmlOutput();
        XmlWriter.binary(out, XmlDictionary.nbfs(), null, XmlWriterOptions.DEFAULT)
                .copy(Vectors.text(text, XmlQuotas.DEFAULT));
        return List.of(
                Vectors.text(text, XmlQuotas.DEFAULT),
                Vectors.binary(out.toByteArray(), XmlDictionary.nbfs(), null, XmlQuotas.DEFAULT));
    }

    @Test
    void elementsAreEnteredLeftAndSkipped() {
        for (XmlReader reader :
                both(
                        "<r xmlns='urn:x'> <!--c--> <item>1</item><other><item>9</item></other>"
                                + " <item/> </r>")) {
            assertTrue(reader.toElement());
            assertFalse(reader.toElement(ITEM));
            assertEquals("r", reader.localName());
            reader.enter();
            assertTrue(reader.toElement(ITEM));
            reader.enter();
            assertEquals(1, reader.readInt());
            assertEquals(NodeType.END_ELEMENT, reader.nodeType());
            reader.leave();
            assertFalse(reader.toElement(ITEM));
            assertEquals("other", reader.localName());
            reader.skip();
            assertTrue(reader.toElement(ITEM));
            assertEquals(2, reader.depth());
            reader.enter();
            assertEquals("", reader.readString());
            reader.leave();
            assertFalse(reader.toElement());
            assertEquals(NodeType.END_ELEMENT, reader.nodeType());
            reader.leave();
            assertEquals(NodeType.END, reader.nodeType());
            assertEquals(NodeType.END, reader.next());
            assertFalse(reader.toElement());
        }
    }

    @Test
    void textAmongElementsIsRefused() {
        for (XmlReader reader : both("<r>x<item/></r>")) {
            reader.toElement();
            reader.enter();
            BelayException failure = assertThrows(BelayException.class, reader::toElement);
            assertEquals(ErrorCode.INVALID_FORMAT, failure.code());
            assertTrue(failure.getMessage().contains("'x'"), failure.getMessage());
            assertEquals(
                    ErrorCode.OBJECT_FAULTED,
                    assertThrows(BelayException.class, reader::readString).code());
        }
    }

    @Test
    void elementsAmongTextAreRefused() {
        for (XmlReader reader : both("<r>x<item/></r>")) {
            reader.toElement();
            reader.enter();
            BelayException failure = assertThrows(BelayException.class, reader::readString);
            assertTrue(failure.getMessage().contains("element 'item'"), failure.getMessage());
        }
    }

    @Test
    void contentIsJoinedOverCommentsAndSections() {
        for (XmlReader reader : both("<r>1<!--c-->2<![CDATA[3]]>&#52;</r>")) {
            reader.toElement();
            reader.enter();
            assertEquals(1234, reader.readInt());
        }
    }

    @Test
    void namespacesAndXmlAttributesAreInScope() {
        String document =
                "<a xmlns='urn:d' xmlns:p='urn:p' xml:lang='en'><p:b xmlns:p='urn:q' xmlns=''"
                        + " xml:space='preserve'/><c/></a>";
        for (XmlReader reader : both(document)) {
            reader.toElement();
            assertEquals("urn:d", reader.namespaceOf(""));
            assertEquals("p", reader.prefixOf("urn:p"));
            assertEquals("en", reader.xmlAttribute("lang"));
            reader.enter();
            assertEquals("urn:q", reader.namespace());
            assertEquals("", reader.namespaceOf(""));
            assertNull(reader.prefixOf("urn:p"));
            assertNull(reader.prefixOf("urn:d"));
            assertEquals("en", reader.xmlAttribute("lang"));
            assertEquals("preserve", reader.xmlAttribute("space"));
            reader.skip();
            assertEquals("urn:p", reader.namespaceOf("p"));
            assertNull(reader.xmlAttribute("space"));
            assertNull(reader.namespaceOf("x"));
            assertEquals("http://www.w3.org/XML/1998/namespace", reader.namespaceOf("xml"));
        }
    }

    @Test
    void attributesAreFoundAndReadTyped() {
        for (XmlReader reader : both("<a xmlns:p='urn:p' x='5' p:x='p:n'/>")) {
            reader.toElement();
            int plain = reader.findAttribute(XmlName.of("", "x"));
            reader.enterAttribute(plain);
            assertEquals(NodeType.TEXT, reader.nodeType());
            assertEquals(5, reader.readInt());
            assertEquals(5L, reader.readLong(), "read again");
            reader.leaveAttribute();
            reader.enterAttribute(reader.findAttribute(XmlName.of("urn:p", "x")));
            assertEquals(XmlName.of("urn:p", "n"), reader.readQName());
            assertThrows(IllegalStateException.class, reader::next);
            reader.leaveAttribute();
            assertEquals(-1, reader.findAttribute(XmlName.of("urn:p", "y")));
            assertThrows(IllegalStateException.class, reader::leaveAttribute);
            assertThrows(IllegalArgumentException.class, () -> reader.attributeValue(9));
        }
    }

    @Test
    void arraysAreReadInPieces() {
        var out = new XmlOutput();
        XmlWriter writer =
                XmlWriter.binary(out, XmlDictionary.none(), null, XmlWriterOptions.DEFAULT);
        int[] values = {1, -2, 3_000_000, 4, 5, 6, 7};
        writer.startElement(XmlName.of("", "r"));
        writer.array(ITEM, values, 0, 7);
        writer.array(ITEM, values, 0, 2);
        writer.startElement(XmlName.of("", "end"));
        writer.endElement();
        writer.endElement();
        XmlReader reader =
                Vectors.binary(out.toByteArray(), XmlDictionary.none(), null, XmlQuotas.DEFAULT);
        reader.toElement();
        reader.enter();
        int[] into = new int[20];
        assertEquals(3, reader.readArray(ITEM, into, 0, 3));
        assertTrue(reader.isElement(ITEM));
        assertEquals(6, reader.readArray(ITEM, into, 3, 17));
        assertArrayEquals(
                new int[] {1, -2, 3_000_000, 4, 5, 6, 7, 1, -2, 0}, Arrays.copyOf(into, 10));
        assertEquals(0, reader.readArray(ITEM, into, 0, 3));
        assertTrue(reader.toElement(XmlName.of("", "end")));
    }

    @Test
    void arrayOfAnotherTypeIsConverted() {
        var out = new XmlOutput();
        XmlWriter writer =
                XmlWriter.binary(out, XmlDictionary.none(), null, XmlWriterOptions.DEFAULT);
        writer.startElement(XmlName.of("", "r"));
        writer.array(ITEM, new short[] {1, 2, 3}, 0, 3);
        writer.endElement();
        XmlReader reader =
                Vectors.binary(out.toByteArray(), XmlDictionary.none(), null, XmlQuotas.DEFAULT);
        reader.toElement();
        reader.enter();
        var into = new double[3];
        assertEquals(3, reader.readArray(ITEM, into, 0, 3));
        assertArrayEquals(new double[] {1, 2, 3}, into);
    }

    @Test
    void numbersThatDoNotFitOverflow() {
        for (XmlReader reader : both("<r>256</r>")) {
            reader.toElement();
            reader.enter();
            BelayException failure = assertThrows(BelayException.class, reader::readByte);
            assertEquals(ErrorCode.NUMERIC_OVERFLOW, failure.code());
            assertTrue(
                    failure.getMessage().contains("'256' does not fit into xs:byte"),
                    failure.getMessage());
        }
    }

    @Test
    void failuresSayWhere() {
        XmlReader reader =
                Vectors.text("<a>\n <b x='1'>\u00e9<c></b></a>".getBytes(UTF_8), XmlQuotas.DEFAULT);
        BelayException failure = assertThrows(BelayException.class, () -> CanonicalForm.of(reader));
        assertEquals(
                "expected the end tag of 'c' at line 2, column 15, byte 19 in a/b/c",
                failure.getMessage());
        BelayException later = assertThrows(BelayException.class, reader::next);
        assertEquals(ErrorCode.OBJECT_FAULTED, later.code());
        assertEquals(ErrorCode.INVALID_FORMAT, ((BelayException) later.getCause()).code());
    }

    @Test
    void readersTellWhereTheyStand() {
        XmlReader reader =
                Vectors.text("<a>\n <b>\u00e9<c/></b></a>".getBytes(UTF_8), XmlQuotas.DEFAULT);
        reader.toElement();
        assertEquals(new Location(0, 1, 1, "a"), reader.location());
        reader.enter();
        reader.toElement();
        assertEquals(new Location(5, 2, 2, "a/b"), reader.location());
        reader.next();
        reader.next();
        assertEquals(new Location(10, 2, 6, "a/b/c"), reader.location());
    }

    @Test
    void errorOfTheCallerFaultsTheReader() {
        for (XmlReader reader : both("<r><s>x</s></r>")) {
            reader.toElement();
            reader.enter();
            BelayException failure = reader.error(ErrorCode.INVALID_FORMAT, "s is not wanted");
            assertTrue(
                    failure.getMessage().startsWith("s is not wanted at "), failure.getMessage());
            assertTrue(failure.getMessage().endsWith(" in r/s"), failure.getMessage());
            assertThrows(BelayException.class, reader::next);
        }
    }

    @Test
    void encodingsOtherThanUtf8AreRefusedByName() {
        for (byte[] document :
                new byte[][] {
                    {(byte) 0xFE, (byte) 0xFF, 0, '<'},
                    {(byte) 0xFF, (byte) 0xFE, '<', 0},
                    {'<', 0, 'a', 0},
                    {0, '<', 0, 'a'},
                    "<?xml version='1.0' encoding='iso-8859-1'?><a/>".getBytes(UTF_8)
                }) {
            BelayException failure =
                    assertThrows(
                            BelayException.class,
                            () -> CanonicalForm.of(Vectors.text(document, XmlQuotas.DEFAULT)));
            assertTrue(failure.getMessage().contains("only UTF-8"), failure.getMessage());
        }
        assertEquals(
                "<a></a>",
                CanonicalForm.of(
                        Vectors.text(
                                "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>"
                                        .getBytes(UTF_8),
                                XmlQuotas.DEFAULT)));
    }

    @Test
    void sessionNamesMatchProgramNames() {
        var strings =
                SessionStrings.none().with(List.of(XmlString.of("item"), XmlString.of("urn:x")));
        var out = new XmlOutput();
        strings.writeTable(SessionStrings.none(), out);
        int begin = out.size();
        XmlWriter writer =
                XmlWriter.binary(
                        out,
                        XmlDictionary.nbfs(),
                        new SessionStringCollector(strings),
                        XmlWriterOptions.DEFAULT);
        writer.startElement(ITEM);
        writer.endElement();
        var table = new SessionStringTable(2048);
        assertEquals(begin, table.addFrom(out.array(), 0, out.size()));
        for (int i = 0; i < 2; i++) {
            XmlReader reader =
                    XmlReader.binary(
                            out.array(),
                            begin,
                            out.size() - begin,
                            XmlDictionary.nbfs(),
                            table.snapshot(),
                            XmlQuotas.DEFAULT);
            assertTrue(reader.toElement(ITEM));
            assertFalse(reader.isElement(XmlName.of("urn:x", "itex")));
            assertFalse(reader.isElement(XmlName.of("urn:y", "item")));
        }
    }
}
