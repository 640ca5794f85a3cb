package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

/**
 * The calls that .NET's binary writer was given, given to ours: the infoset is the same, and nearly
 * always the octets.
 */
class DotnetWriterTest {
    private static final XmlWriterOptions DEEP = XmlWriterOptions.builder().maxDepth(64).build();
    private static final XmlQuotas DEEP_IN = XmlQuotas.builder().maxDepth(64).build();

    private static byte[] binary(JsonNode vector) {
        var out = new XmlOutput();
        SessionStrings strings = SessionStrings.none();
        if (vector.has("session")) {
            strings =
                    strings.with(
                            Vectors.strings(vector.get("session")).stream()
                                    .map(XmlString::of)
                                    .toList());
        }
        XmlWriter writer =
                XmlWriter.binary(
                        out, Vectors.dictionary(vector), new SessionStringCollector(strings), DEEP);
        new WriterCalls(writer).play(vector.get("calls"));
        return out.toByteArray();
    }

    private static byte[] text(JsonNode vector) {
        var out = new XmlOutput();
        new WriterCalls(XmlWriter.text(out, DEEP)).play(vector.get("calls"));
        return out.toByteArray();
    }

    private static XmlReader theirs(JsonNode vector) {
        return Vectors.binary(
                Vectors.bytes(vector),
                Vectors.dictionary(vector),
                Vectors.session(vector),
                DEEP_IN);
    }

    @Test
    void infosetIsTheSame() {
        var deviations = new Deviations("dotnet nbfx write");
        for (JsonNode vector : Vectors.load("dotnet/nbfx.json").get("vectors")) {
            if (!vector.has("writer_error") && !vector.has("reader_error")) {
                deviations.check(vector.get("name").asText(), () -> expectSame(vector));
            }
        }
        deviations.assertAsDecided(701);
    }

    private static void expectSame(JsonNode vector) {
        XmlReader binary =
                Vectors.binary(
                        binary(vector),
                        Vectors.dictionary(vector),
                        Vectors.session(vector),
                        DEEP_IN);
        assertTrue(
                new Infoset(theirs(vector)).same(new Infoset(binary)),
                () ->
                        "as binary: "
                                + CanonicalForm.of(
                                        Vectors.binary(
                                                binary(vector),
                                                Vectors.dictionary(vector),
                                                Vectors.session(vector),
                                                DEEP_IN))
                                + " not "
                                + Vectors.xml(vector));
        XmlReader text = Vectors.text(text(vector), DEEP_IN);
        assertTrue(new Infoset(theirs(vector)).same(new Infoset(text)), "as text");
    }

    @Test
    void octetsAreTheSame() {
        var deviations = new Deviations("dotnet nbfx octets");
        for (JsonNode vector : Vectors.load("dotnet/nbfx.json").get("vectors")) {
            if (!vector.has("writer_error") && !vector.has("reader_error")) {
                deviations.check(
                        vector.get("name").asText(),
                        () ->
                                assertEquals(
                                        HexFormat.of().formatHex(Vectors.bytes(vector)),
                                        HexFormat.of().formatHex(binary(vector))));
            }
        }
        deviations.assertAsDecided(701);
    }

    @Test
    void callsThatDotnetRefusesAreRefused() {
        var deviations = new Deviations("dotnet nbfx refuse");
        for (JsonNode vector : Vectors.load("dotnet/nbfx.json").get("vectors")) {
            if (vector.has("writer_error") || vector.has("reader_error")) {
                deviations.check(
                        vector.get("name").asText(),
                        () -> {
                            assertThrows(RuntimeException.class, () -> binary(vector));
                            assertThrows(RuntimeException.class, () -> text(vector));
                        });
            }
        }
        deviations.assertAsDecided(15);
    }
}
