package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What writers make of calls, and what they refuse. */
class WriterTest {
    private static final XmlName A = XmlName.of("", "a");
    private static final XmlName B = XmlName.of("urn:b", "b");

    private static String text(Consumer<XmlWriter> calls) {
        var out = new XmlOutput();
        XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
        calls.accept(writer);
        writer.flush();
        return new String(out.toByteArray(), UTF_8);
    }

    private static byte[] binary(Consumer<XmlWriter> calls) {
        var out = new XmlOutput();
        XmlWriter writer =
                XmlWriter.binary(out, XmlDictionary.nbfs(), null, XmlWriterOptions.DEFAULT);
        calls.accept(writer);
        writer.flush();
        return out.toByteArray();
    }

    private static XmlReader read(byte[] binary) {
        return Vectors.binary(binary, XmlDictionary.nbfs(), null, XmlQuotas.DEFAULT);
    }

    private static void refused(Class<? extends Exception> kind, Consumer<XmlWriter> calls) {
        assertThrows(kind, () -> text(calls));
        assertThrows(kind, () -> binary(calls));
    }

    @Test
    void whatReadersWouldChangeIsEscaped() {
        String hard = "\t\n\r \r\n<>&\"']]>\u0085\u2028";
        Consumer<XmlWriter> calls =
                w -> {
                    w.startElement(A);
                    w.attribute(A, hard);
                    w.text(hard);
                    w.startElement(A);
                    w.startCData();
                    w.text("]]");
                    w.text(">\r<");
                    w.endCData();
                    w.endElement();
                    w.endElement();
                };
        String written = text(calls);
        assertTrue(written.contains("a=\"&#x9;&#xA;&#xD; &#xD;&#xA;&lt;>&amp;&quot;']]>"), written);
        for (XmlReader reader :
                List.of(
                        Vectors.text(written.getBytes(UTF_8), XmlQuotas.DEFAULT),
                        read(binary(calls)))) {
            reader.toElement();
            assertEquals(hard, reader.attributeValue(0));
            reader.enter();
            assertEquals(hard, reader.text());
            reader.next();
            reader.enter();
            assertEquals("]]>\r<", reader.readString());
        }
    }

    @Test
    void prefixesAreChosenAndDeclaredOnce() {
        assertEquals(
                "<b a:c=\"1\" xmlns=\"urn:b\" xmlns:a=\"urn:c\"><b a:c=\"2\"/><a xmlns=\"\"/></b>",
                text(
                        w -> {
                            w.startElement(B);
                            w.attribute(XmlName.of("urn:c", "c"), "1");
                            w.startElement(B);
                            w.attribute(XmlName.of("urn:c", "c"), "2");
                            w.endElement();
                            w.startElement(A);
                            w.endElement();
                            w.endElement();
                        }));
    }

    @Test
    void attributeWhosePrefixIsTakenGetsAnother() {
        assertEquals(
                "<p:b a:c=\"1\" xmlns:p=\"urn:b\" xmlns:a=\"urn:c\"/>",
                text(
                        w -> {
                            w.startElement("p", B);
                            w.startAttribute("p", XmlName.of("urn:c", "c"));
                            w.text("1");
                            w.endAttribute();
                            w.endElement();
                        }));
    }

    @Test
    void prefixThatTheTagReliesOnIsNotChanged() {
        assertEquals(
                "<p:b xmlns:p=\"urn:b\"><p:b a:c=\"\" xmlns:a=\"urn:c\"/></p:b>",
                text(
                        w -> {
                            w.startElement("p", B);
                            w.startElement("p", B);
                            w.startAttribute("p", XmlName.of("urn:c", "c"));
                            w.endAttribute();
                            w.endElement();
                            w.endElement();
                        }));
        refused(
                IllegalArgumentException.class,
                w -> {
                    w.startElement("p", B);
                    w.startElement("p", B);
                    w.namespace("p", XmlString.of("urn:c"));
                });
    }

    @Test
    void qnamesGetTheirPrefixes() {
        assertEquals(
                "<a t=\"a:b\" xmlns:a=\"urn:b\">a:b</a>",
                text(
                        w -> {
                            w.startElement(A);
                            w.startAttribute(null, "t", "");
                            w.qname(B);
                            w.endAttribute();
                            w.qname(B);
                            w.endElement();
                        }));
    }

    @Test
    void prefixesInScopeAreTold() {
        text(
                w -> {
                    assertNull(w.prefixOf("urn:b"));
                    assertEquals("xml", w.prefixOf("http://www.w3.org/XML/1998/namespace"));
                    w.startElement("p", B);
                    assertEquals("p", w.prefixOf("urn:b"));
                    w.startElement(A);
                    assertEquals("p", w.prefixOf("urn:b"));
                    w.endElement();
                    w.endElement();
                    assertNull(w.prefixOf("urn:b"));
                });
    }

    @Test
    void flushCompletesTheStartTag() {
        var out = new XmlOutput();
        XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
        writer.startElement(A);
        writer.attribute(A, "1");
        writer.flush();
        assertEquals("<a a=\"1\">", new String(out.toByteArray(), UTF_8));
        assertEquals(1, writer.depth());
        assertThrows(IllegalStateException.class, () -> writer.attribute(B, "2"));
        writer.endElement();
        assertEquals("<a a=\"1\"></a>", new String(out.toByteArray(), UTF_8));
        assertEquals(0, writer.depth());
    }

    @Test
    void callsOutOfPlaceChangeNothing() {
        Consumer<XmlWriter> start = w -> w.startElement(A);
        refused(IllegalStateException.class, XmlWriter::endElement);
        refused(IllegalStateException.class, w -> w.text("x"));
        refused(IllegalStateException.class, start.andThen(w -> w.endAttribute()));
        refused(IllegalStateException.class, start.andThen(w -> w.endCData()));
        refused(
                IllegalStateException.class,
                start.andThen(w -> w.text("x")).andThen(w -> w.attribute(A, "")));
        refused(
                IllegalStateException.class,
                start.andThen(w -> w.startAttribute(null, A)).andThen(w -> w.endElement()));
        refused(IllegalStateException.class, start.andThen(w -> w.endElement()).andThen(start));
        refused(
                IllegalArgumentException.class,
                start.andThen(w -> w.attribute(A, "")).andThen(w -> w.attribute(A, "")));
        refused(IllegalArgumentException.class, w -> w.startElement(null, "a b", ""));
        refused(IllegalArgumentException.class, w -> w.startElement("p", "a", ""));
        refused(IllegalArgumentException.class, w -> w.startElement("xmlns", "a", "urn:x"));
        refused(
                IllegalArgumentException.class,
                start.andThen(w -> w.namespace("xml", XmlString.of("urn:x"))));
        var out = new XmlOutput();
        XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
        writer.startElement(A);
        assertThrows(IllegalStateException.class, writer::endCData);
        writer.endElement();
        assertEquals("<a/>", new String(out.toByteArray(), UTF_8));
    }

    @Test
    void badTextFaultsTheWriter() {
        for (String bad : new String[] {"\0", "\u001f", "\ufffe", "\ud800", "\udc00x", "x\ud83d"}) {
            for (XmlWriter writer :
                    List.of(
                            XmlWriter.text(new XmlOutput(), XmlWriterOptions.DEFAULT),
                            XmlWriter.binary(
                                    new XmlOutput(),
                                    XmlDictionary.none(),
                                    null,
                                    XmlWriterOptions.DEFAULT))) {
                writer.startElement(A);
                BelayException failure = assertThrows(BelayException.class, () -> writer.text(bad));
                assertEquals(ErrorCode.INVALID_FORMAT, failure.code());
                BelayException later = assertThrows(BelayException.class, writer::endElement);
                assertEquals(ErrorCode.OBJECT_FAULTED, later.code());
            }
        }
    }

    @Test
    void outputOverItsLimitStaysRefused() {
        var out = new XmlOutput(20);
        XmlWriter writer = XmlWriter.text(out, XmlWriterOptions.DEFAULT);
        writer.startElement(A);
        BelayException failure =
                assertThrows(BelayException.class, () -> writer.text("x".repeat(30)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, failure.code());
        assertEquals(
                ErrorCode.QUOTA_EXCEEDED,
                assertThrows(BelayException.class, () -> out.write('x')).code());
        out.reset();
        out.write(new byte[20], 0, 20);
        assertEquals(20, out.size());
    }

    @Test
    void depthIsLimited() {
        refusedWith(
                ErrorCode.QUOTA_EXCEEDED,
                w -> {
                    for (int i = 0; i < 33; i++) {
                        w.startElement(A);
                    }
                });
    }

    private static void refusedWith(ErrorCode code, Consumer<XmlWriter> calls) {
        assertEquals(code, assertThrows(BelayException.class, () -> text(calls)).code());
        assertEquals(code, assertThrows(BelayException.class, () -> binary(calls)).code());
    }

    @Test
    void octetsOfManyCallsAreOneValue() {
        var random = new Random(5);
        for (int round = 0; round < 200; round++) {
            byte[] all = new byte[random.nextInt(40)];
            random.nextBytes(all);
            int cut = all.length == 0 ? 0 : random.nextInt(all.length);
            boolean inAttribute = random.nextBoolean();
            Consumer<XmlWriter> calls =
                    w -> {
                        w.startElement(A);
                        if (inAttribute) {
                            w.startAttribute(null, A);
                        }
                        w.value(all, 0, cut);
                        w.value(all, cut, all.length - cut);
                        if (inAttribute) {
                            w.endAttribute();
                        }
                        w.endElement();
                    };
            for (XmlReader reader :
                    List.of(
                            Vectors.text(text(calls).getBytes(UTF_8), XmlQuotas.DEFAULT),
                            read(binary(calls)))) {
                reader.toElement();
                if (inAttribute) {
                    reader.enterAttribute(0);
                } else {
                    reader.enter();
                }
                assertArrayEquals(all, reader.readBytes());
            }
        }
    }

    @Test
    void emptyTextBehindAnAttributeDoesNotEndIt() {
        byte[] written =
                binary(
                        w -> {
                            w.startElement(A);
                            w.attribute(A, "v");
                            w.text("");
                            w.endElement();
                        });
        assertEquals("42b60106b60198017601", HexFormat.of().formatHex(written));
    }

    @Test
    void sessionStringsAreTakenOrCollected() {
        var name = XmlName.of("urn:own", "Order");
        Consumer<XmlWriter> calls =
                w -> {
                    w.startElement(name);
                    w.text(XmlString.of("note"));
                    w.endElement();
                };
        var first = new SessionStringCollector(SessionStrings.none());
        var inline = new XmlOutput();
        calls.accept(
                XmlWriter.binary(inline, XmlDictionary.nbfs(), first, XmlWriterOptions.DEFAULT));
        assertEquals(
                List.of("Order", "note", "urn:own").stream().sorted().toList(),
                first.missed().stream().map(XmlString::toString).sorted().toList());
        SessionStrings strings = SessionStrings.none().with(first.missed());
        var second = new SessionStringCollector(strings);
        var message = new XmlOutput();
        strings.writeTable(SessionStrings.none(), message);
        calls.accept(
                XmlWriter.binary(message, XmlDictionary.nbfs(), second, XmlWriterOptions.DEFAULT));
        assertTrue(second.missed().isEmpty());
        var table = new SessionStringTable(SessionStrings.DEFAULT_LIMIT);
        int begin = table.addFrom(message.array(), 0, message.size());
        XmlReader reader =
                XmlReader.binary(
                        message.array(),
                        begin,
                        message.size() - begin,
                        XmlDictionary.nbfs(),
                        table,
                        XmlQuotas.DEFAULT);
        assertTrue(reader.toElement(name));
        reader.enter();
        assertEquals("note", reader.readString());
    }
}
