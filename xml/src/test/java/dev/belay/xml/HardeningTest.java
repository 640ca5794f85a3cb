package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Documents that were cut, damaged or made to do harm: one clear error or a correct parse, never
 * anything else.
 */
class HardeningTest {
    private static final int MUTATIONS = 10_000;

    private static long seed() {
        return Long.getLong("belay.seed", System.nanoTime());
    }

    /** Good binary documents that hold every kind of record. */
    private static List<byte[]> binaryCorpus() {
        var corpus = new ArrayList<byte[]>();
        for (JsonNode vector : Vectors.load("nbfx-vectors.json").get("vectors")) {
            byte[] document = Vectors.bytes(vector);
            if (document.length < 400) {
                corpus.add(document);
            }
        }
        return corpus;
    }

    /** Reads all, attributes and values too; the code of the failure, or null. */
    private static ErrorCode read(XmlReader reader) {
        try {
            int text = 0;
            while (reader.next() != NodeType.END) {
                if (reader.nodeType() == NodeType.TEXT) {
                    text += reader.text().length();
                }
                for (int i = 0; i < reader.attributeCount(); i++) {
                    text += reader.attributeValue(i).length();
                    reader.enterAttribute(i);
                    text += reader.readString().length();
                    reader.leaveAttribute();
                }
            }
            return text < 0 ? ErrorCode.OTHER : null;
        } catch (BelayException e) {
            if (e.code() != ErrorCode.INVALID_FORMAT && e.code() != ErrorCode.QUOTA_EXCEEDED) {
                throw e;
            }
            return e.code();
        }
    }

    private static XmlReader binary(byte[] document) {
        return Vectors.binary(document, XmlDictionary.nbfs(), table(), XmlQuotas.DEFAULT);
    }

    private static SessionStringTable table() {
        var table = new SessionStringTable(2048);
        table.add(HexFormat.of().parseHex("0161016203c3a963"), 0, 8);
        return table;
    }

    @Test
    void documentsCutAnywhereAreRefused() {
        for (byte[] document : binaryCorpus()) {
            if (read(binary(document)) != null) {
                continue;
            }
            for (int length = 0; length < document.length; length++) {
                ErrorCode code = read(binary(Arrays.copyOf(document, length)));
                String shown = HexFormat.of().formatHex(document) + " cut to " + length;
                assertEquals(ErrorCode.INVALID_FORMAT, code, shown);
            }
        }
        for (int i = 0; i < 50; i++) {
            byte[] document = new Documents(new Random(i)).next();
            int end = new String(document, UTF_8).lastIndexOf('>');
            int rootEnd =
                    new String(document, UTF_8).stripTrailing().endsWith("<!--after-->")
                            ? document.length - "\n<!--after--> ".length()
                            : document.length;
            assertTrue(end > 0);
            for (int length = 0; length < rootEnd; length++) {
                ErrorCode code =
                        read(Vectors.text(Arrays.copyOf(document, length), XmlQuotas.DEFAULT));
                assertEquals(ErrorCode.INVALID_FORMAT, code, "document " + i + " cut to " + length);
            }
        }
    }

    @Test
    void damagedBinaryDocumentsFailInOrder() {
        long seed = seed();
        var random = new Random(seed);
        List<byte[]> corpus = binaryCorpus();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] document = damaged(corpus.get(random.nextInt(corpus.size())), corpus, random);
            try {
                read(binary(document));
            } catch (RuntimeException e) {
                fail("seed " + seed + ": " + HexFormat.of().formatHex(document), e);
            }
        }
    }

    private static byte[] damaged(byte[] document, List<byte[]> corpus, Random random) {
        byte[] damaged = document.clone();
        int at = random.nextInt(damaged.length);
        switch (random.nextInt(4)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[at] = (byte) random.nextInt(256);
            case 2 -> {
                byte[] other = corpus.get(random.nextInt(corpus.size()));
                byte[] spliced = Arrays.copyOf(damaged, at + other.length);
                System.arraycopy(other, 0, spliced, at, other.length);
                return spliced;
            }
            default -> {
                byte[] doubled = Arrays.copyOf(damaged, damaged.length + damaged.length - at);
                System.arraycopy(damaged, at, doubled, damaged.length, damaged.length - at);
                return doubled;
            }
        }
        return damaged;
    }

    @Test
    void everyOctetOfTextMayBeBad() {
        byte[] document =
                "<?xml version=\"1.0\"?><s:a xmlns:s='urn:s' x=\"1&amp;2\"><b>t&#65;</b><!--c--><![CDATA[d]]></s:a>"
                        .getBytes(UTF_8);
        for (int at = 0; at < document.length; at++) {
            for (int octet : new int[] {0, 0xFF, '<', '&', '"', 0x80, 0xC3, ' '}) {
                byte[] damaged = document.clone();
                damaged[at] = (byte) octet;
                read(Vectors.text(damaged, XmlQuotas.DEFAULT));
            }
        }
    }

    @Test
    void everyRecordCodeInEveryPlaceFailsInOrder() {
        for (int code = 0; code < 256; code++) {
            for (String before :
                    new String[] {
                        "", "400161", "400161040162", "40016198 0178".replace(" ", ""), "40016101"
                    }) {
                byte[] start = HexFormat.of().parseHex(before);
                for (int length = 0; length < 20; length++) {
                    byte[] document = Arrays.copyOf(start, start.length + 1 + length);
                    document[start.length] = (byte) code;
                    read(binary(document));
                }
            }
        }
    }

    private static ErrorCode textCode(String document) {
        return read(Vectors.text(document.getBytes(UTF_8), XmlQuotas.DEFAULT));
    }

    @Test
    void depthIsLimited() {
        assertEquals(null, textCode("<a>".repeat(32) + "</a>".repeat(32)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, textCode("<a>".repeat(33)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, textCode("<a>".repeat(1_000_000)));
        assertEquals(null, textCode("<a>" + "<b/>".repeat(100_000) + "</a>"));
        byte[] deep = HexFormat.of().parseHex("400161".repeat(33));
        BelayException failure =
                assertThrows(BelayException.class, () -> CanonicalForm.of(binary(deep)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, failure.code());
        assertTrue(failure.getMessage().contains("maxDepth of 32"), failure.getMessage());
        assertTrue(failure.getMessage().contains("byte 96"), failure.getMessage());
        XmlQuotas none = XmlQuotas.builder().maxDepth(0).build();
        assertEquals(ErrorCode.QUOTA_EXCEEDED, read(Vectors.text("<a/>".getBytes(UTF_8), none)));
    }

    private static String attributes(int count) {
        var document = new StringBuilder("<a");
        for (int i = 0; i < count; i++) {
            document.append(" a").append(i).append("=''");
        }
        return document.append("/>").toString();
    }

    private static String declarations(int count) {
        var document = new StringBuilder("<a");
        for (int i = 0; i < count; i++) {
            document.append(" xmlns:a").append(i).append("='u'");
        }
        return document.append("/>").toString();
    }

    @Test
    void attributesAreLimited() {
        assertEquals(null, textCode(attributes(128)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, textCode(attributes(129)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, textCode(attributes(200_000)));
    }

    @Test
    void namespacesAreLimited() {
        assertEquals(null, textCode(declarations(32)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, textCode(declarations(33)));
        var nested = new StringBuilder();
        for (int i = 0; i < 31; i++) {
            nested.append("<a xmlns:p").append(i).append("='u'>");
        }
        assertEquals(null, textCode(nested + "<b xmlns:q='u'/>" + "</a>".repeat(31)));
        assertEquals(
                ErrorCode.QUOTA_EXCEEDED,
                textCode(nested + "<b xmlns:q='u' xmlns:r='u'/>" + "</a>".repeat(31)));
        assertEquals(
                null,
                textCode("<a xmlns:p='u'>".repeat(32) + "</a>".repeat(32)),
                "repeated ones count once");
    }

    @Test
    void duplicatesAmongManyAttributesAreFound() {
        var quotas = XmlQuotas.builder().maxAttributes(100_000).build();
        var document = new StringBuilder("<a xmlns:p='u' xmlns:q='u'");
        for (int i = 0; i < 5000; i++) {
            document.append(" p:").append("AaBB".repeat(2)).append(i).append("=''");
        }
        byte[] good = (document + "/>").getBytes(UTF_8);
        assertEquals(null, read(Vectors.text(good, quotas)));
        byte[] bad = (document + " q:AaBBAaBB17=''/>").getBytes(UTF_8);
        assertEquals(ErrorCode.INVALID_FORMAT, read(Vectors.text(bad, quotas)));
    }

    @Test
    void referencesToNothingGoodAreRefused() {
        for (String reference :
                new String[] {
                    "&foo;",
                    "&#0;",
                    "&#xD800;",
                    "&#xFFFE;",
                    "&#x110000;",
                    "&#99999999999999999999;",
                    "&",
                    "&;",
                    "&#;",
                    "&#x;",
                    "&#xg;",
                    "&lt",
                    "&#65",
                    "& lt;",
                    "&#X41;",
                    "&LT;"
                }) {
            assertEquals(ErrorCode.INVALID_FORMAT, textCode("<a>" + reference + "</a>"), reference);
            assertEquals(
                    ErrorCode.INVALID_FORMAT, textCode("<a b='" + reference + "'/>"), reference);
        }
        String zeros = "&#x" + "0".repeat(1_000_000) + "41;";
        XmlReader reader =
                Vectors.text(("<a>" + zeros + "</a>").getBytes(UTF_8), XmlQuotas.DEFAULT);
        reader.toElement();
        reader.enter();
        assertEquals("A", reader.readString());
    }

    @Test
    void documentTypesAreRefusedAtOnce() {
        for (String document :
                new String[] {
                    "<!DOCTYPE a><a/>",
                    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                    "<a><!DOCTYPE a></a>",
                    "<a/><!DOCTYPE a>",
                    "<!-- x --> <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
                }) {
            BelayException failure =
                    assertThrows(
                            BelayException.class,
                            () ->
                                    CanonicalForm.of(
                                            Vectors.text(
                                                    document.getBytes(UTF_8), XmlQuotas.DEFAULT)));
            assertTrue(
                    failure.getMessage().startsWith("document type declarations are not supported"),
                    document);
        }
        assertEquals(ErrorCode.INVALID_FORMAT, textCode("<!doctype a><a/>"));
    }

    @Test
    void textOfManyDictionaryStringsDoesNotGrowWithoutEnd() {
        var strings = SessionStrings.none().with(List.of(XmlString.of("x".repeat(2000))));
        var out = new XmlOutput();
        strings.writeTable(SessionStrings.none(), out);
        var table = new SessionStringTable(2048);
        table.addFrom(out.array(), 0, out.size());
        byte[] one = HexFormat.of().parseHex("aa01");
        byte[] document = new byte[3 + 2 * 30_000 + 1];
        document[0] = 0x40;
        document[1] = 1;
        document[2] = 'a';
        for (int i = 0; i < 30_000; i++) {
            System.arraycopy(one, 0, document, 3 + 2 * i, 2);
        }
        document[document.length - 1] = 1;
        XmlReader reader = Vectors.binary(document, XmlDictionary.none(), table, XmlQuotas.DEFAULT);
        reader.toElement();
        reader.enter();
        assertEquals(
                ErrorCode.QUOTA_EXCEEDED,
                assertThrows(BelayException.class, reader::readString).code());
    }
}
