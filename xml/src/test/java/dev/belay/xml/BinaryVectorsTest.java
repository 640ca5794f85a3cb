package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

/** The vectors of binary documents, good and malformed. */
class BinaryVectorsTest {
    private static final XmlQuotas DEEP = XmlQuotas.builder().maxDepth(64).build();
    private static final XmlWriterOptions DEEP_OUT =
            XmlWriterOptions.builder().maxDepth(64).build();

    private static XmlReader reader(JsonNode vector) {
        return reader(vector, DEEP);
    }

    private static XmlReader reader(JsonNode vector, XmlQuotas quotas) {
        return Vectors.binary(
                Vectors.bytes(vector), Vectors.dictionary(vector), Vectors.session(vector), quotas);
    }

    private static void expectReads(JsonNode vector) {
        String form = CanonicalForm.of(reader(vector));
        if (!vector.has("xml_also") || !form.equals(vector.get("xml_also").asText())) {
            assertEquals(Vectors.xml(vector), form);
        }
    }

    @Test
    void documentsReadAsTheirText() {
        var deviations = new Deviations("nbfx read");
        for (JsonNode vector : Vectors.load("nbfx-vectors.json").get("vectors")) {
            deviations.check(vector.get("name").asText(), () -> expectReads(vector));
        }
        deviations.assertAsDecided(189);
    }

    @Test
    void documentsOfDotnetReadAsTheirText() {
        var deviations = new Deviations("dotnet nbfx read");
        for (JsonNode vector : Vectors.load("dotnet/nbfx.json").get("vectors")) {
            if (!vector.has("writer_error") && !vector.has("reader_error")) {
                deviations.check(vector.get("name").asText(), () -> expectReads(vector));
            }
        }
        deviations.assertAsDecided(701);
    }

    /** Copies through both writers keep the infoset, read from either encoding. */
    @Test
    void copiesKeepTheInfoset() {
        var deviations = new Deviations("nbfx copy");
        for (String file : new String[] {"nbfx-vectors.json", "dotnet/nbfx.json"}) {
            for (JsonNode vector : Vectors.load(file).get("vectors")) {
                if (!vector.has("writer_error") && !vector.has("reader_error")) {
                    deviations.check(vector.get("name").asText(), () -> expectCopies(vector));
                }
            }
        }
        deviations.assertAsDecided(890);
    }

    private static void expectCopies(JsonNode vector) {
        var text = new XmlOutput();
        XmlWriter.text(text, DEEP_OUT).copy(reader(vector));
        XmlReader fromText = Vectors.text(text.toByteArray(), DEEP);
        assertTrue(new Infoset(reader(vector)).same(new Infoset(fromText)), "as text");
        var binary = new XmlOutput();
        XmlWriter.binary(binary, XmlDictionary.nbfs(), null, DEEP_OUT)
                .copy(Vectors.text(text.toByteArray(), DEEP));
        XmlReader fromBinary =
                Vectors.binary(binary.toByteArray(), XmlDictionary.nbfs(), null, DEEP);
        assertTrue(new Infoset(reader(vector)).same(new Infoset(fromBinary)), "as binary");
        XmlReader again = reader(vector);
        again.toElement();
        XmlBuffer buffer = again.readBuffer();
        XmlReader whole = Vectors.text(text.toByteArray(), DEEP);
        whole.toElement();
        assertEquals(whole.readBuffer(), buffer);
    }

    /** What .NET writes again with the same octets, we do too. */
    @Test
    void copiesTakeTheRecordsOfDotnet() {
        var deviations = new Deviations("nbfx rewrite");
        for (JsonNode vector : Vectors.load("nbfx-vectors.json").get("vectors")) {
            if (vector.get("dotnet_rewrites_identically").asBoolean()) {
                deviations.check(vector.get("name").asText(), () -> expectRewrites(vector));
            }
        }
        deviations.assertAsDecided(122);
    }

    private static void expectRewrites(JsonNode vector) {
        var out = new XmlOutput();
        var strings = SessionStrings.none();
        if (vector.has("session")) {
            strings =
                    strings.with(
                            Vectors.strings(vector.get("session")).stream()
                                    .map(XmlString::of)
                                    .toList());
        }
        XmlWriter.binary(
                        out,
                        Vectors.dictionary(vector),
                        new SessionStringCollector(strings),
                        DEEP_OUT)
                .copy(reader(vector));
        assertEquals(
                HexFormat.of().formatHex(Vectors.bytes(vector)),
                HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void malformedDocumentsAreRefused() {
        var deviations = new Deviations("nbfx malformed");
        for (JsonNode vector : Vectors.load("malformed-nbfx.json").get("cases")) {
            deviations.check(vector.get("name").asText(), () -> expectRefused(vector));
        }
        deviations.assertAsDecided(143);
    }

    private static void expectRefused(JsonNode vector) {
        XmlReader reader = reader(vector, XmlQuotas.DEFAULT);
        BelayException failure = failure(reader);
        ErrorCode expected =
                vector.get("category").asText().equals("limit")
                        ? ErrorCode.QUOTA_EXCEEDED
                        : ErrorCode.INVALID_FORMAT;
        assertEquals(expected, failure.code(), failure.getMessage());
        assertTrue(failure.getMessage().contains("byte "), failure.getMessage());
        BelayException later = assertThrows(BelayException.class, reader::next);
        assertEquals(ErrorCode.OBJECT_FAULTED, later.code());
    }

    private static BelayException failure(XmlReader reader) {
        String form;
        try {
            form = CanonicalForm.of(reader);
        } catch (BelayException e) {
            return e;
        }
        throw new AssertionError("accepted as " + form);
    }

    @Test
    void staticDictionaryIsThatOfThePeers() {
        for (String line : Vectors.text("nbfs-dictionary.tsv").split("\n")) {
            String[] cells = line.split("\t", -1);
            assertEquals(
                    cells[1], XmlDictionary.nbfs().get(Integer.parseInt(cells[0]) / 2).toString());
        }
        assertEquals(488, XmlDictionary.nbfs().size());
    }
}
