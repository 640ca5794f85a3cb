package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.error.BelayException;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.TreeSet;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text reader against the reader of the JDK, over generated documents, whole and damaged. */
class StaxDifferentialTest {
    private static final int DOCUMENTS = 3000;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static long seed() {
        return Long.getLong("belay.seed", System.nanoTime());
    }

    @Test
    void bothReadTheSameEvents() throws XMLStreamException {
        long seed = seed();
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = new Documents(new Random(seed + i)).next();
            String text = new String(document, StandardCharsets.UTF_8);
            assertEquals(theirs(document), ours(document), () -> "seed " + seed + ": " + text);
        }
    }

    @Test
    void whatWeAcceptOfDamagedDocumentsTheyReadTheSame() {
        long seed = seed();
        var random = new Random(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] whole = namedAlike(new Documents(new Random(seed + i)).next());
            byte[] document = damaged(whole, random);
            String own;
            try {
                own = ours(document);
            } catch (BelayException e) {
                continue;
            }
            String text = new String(document, StandardCharsets.UTF_8);
            String other;
            try {
                other = theirs(document);
            } catch (XMLStreamException e) {
                throw new AssertionError("seed " + seed + ", accepted: " + text, e);
            }
            assertEquals(other, own, () -> "seed " + seed + ": " + text);
        }
    }

    /**
     * Damage can make names of what was text, and the JDK knows the name characters of the fourth
     * edition only: all others become one that both editions know.
     */
    private static byte[] namedAlike(byte[] document) {
        var alike = new StringBuilder();
        new String(document, StandardCharsets.UTF_8)
                .codePoints()
                .map(c -> c < 0x80 || c >= 0x4E00 && c <= 0x9FA5 ? c : 0x4E00)
                .forEach(alike::appendCodePoint);
        return alike.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] damaged(byte[] document, Random random) {
        byte[] damaged = document.clone();
        String bad = "<&>\"' =/x:]-\n\0\u0080";
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(damaged.length);
            // Parts of other characters stay.
            if (document[at] >= 0) {
                damaged[at] = (byte) bad.charAt(random.nextInt(bad.length()));
            }
        }
        return damaged;
    }

    private static String ours(byte[] document) {
        XmlReader reader = Vectors.text(document, XmlQuotas.DEFAULT);
        var out = new StringBuilder();
        while (reader.next() != NodeType.END) {
            switch (reader.nodeType()) {
                case ELEMENT -> {
                    out.append("<{")
                            .append(reader.namespace())
                            .append('}')
                            .append(reader.localName());
                    var sorted = new TreeSet<String>();
                    for (int i = 0; i < reader.attributeCount(); i++) {
                        if (!reader.isNamespaceDeclaration(i)) {
                            sorted.add(
                                    " {"
                                            + reader.attributeNamespace(i)
                                            + "}"
                                            + reader.attributeLocalName(i)
                                            + "='"
                                            + reader.attributeValue(i)
                                            + "'");
                        }
                    }
                    out.append(sorted).append('>');
                }
                case END_ELEMENT ->
                        out.append("</")
                                .append(reader.prefix())
                                .append(reader.localName())
                                .append('>');
                case TEXT -> out.append(reader.text());
                case COMMENT -> out.append("<!--").append(reader.text()).append("-->");
                default -> {}
            }
        }
        return out.toString();
    }

    private static String theirs(byte[] document) throws XMLStreamException {
        XMLStreamReader reader =
                FACTORY.createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
        var out = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    out.append("<{")
                            .append(orEmpty(reader.getNamespaceURI()))
                            .append('}')
                            .append(reader.getLocalName());
                    var sorted = new TreeSet<String>();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        sorted.add(
                                " {"
                                        + orEmpty(reader.getAttributeNamespace(i))
                                        + "}"
                                        + reader.getAttributeLocalName(i)
                                        + "='"
                                        + reader.getAttributeValue(i)
                                        + "'");
                    }
                    out.append(sorted).append('>');
                }
                case XMLStreamConstants.END_ELEMENT ->
                        out.append("</")
                                .append(orEmpty(reader.getPrefix()))
                                .append(reader.getLocalName())
                                .append('>');
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        out.append(reader.getText());
                case XMLStreamConstants.COMMENT ->
                        out.append("<!--").append(reader.getText()).append("-->");
                default -> {}
            }
        }
        return out.toString();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
