package dev.belay.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;

/** The vectors of binary sessions: string tables that grow from message to message. */
class SessionVectorsTest {
    private static final int LARGE = 1 << 20;

    private static String read(byte[] message, SessionStringTable table) {
        int begin = table.addFrom(message, 0, message.length);
        XmlReader reader =
                XmlReader.binary(
                        message,
                        begin,
                        message.length - begin,
                        XmlDictionary.nbfs(),
                        table.snapshot(),
                        XmlQuotas.DEFAULT);
        return CanonicalForm.of(reader);
    }

    private static void readSequence(JsonNode sequence) {
        int limit =
                sequence.has("quota")
                        ? sequence.get("quota").asInt()
                        : SessionStrings.DEFAULT_LIMIT;
        var table = new SessionStringTable(limit);
        for (JsonNode message : sequence.get("messages")) {
            assertEquals(Vectors.xml(message), read(Vectors.bytes(message), table));
            assertEquals(message.get("table_after").asInt(), table.size());
            if (message.has("table_octets")) {
                assertEquals(message.get("table_octets").asInt(), table.octets());
            }
        }
    }

    @Test
    void sequencesReadAsTheirText() {
        var deviations = new Deviations("nbfse read");
        for (JsonNode sequence : Vectors.load("nbfse-vectors.json").get("sequences")) {
            deviations.check(sequence.get("name").asText(), () -> readSequence(sequence));
        }
        for (JsonNode sequence : Vectors.load("dotnet/nbfse.json").get("sequences")) {
            deviations.check(sequence.get("name").asText(), () -> readSequence(sequence));
        }
        deviations.assertAsDecided(53);
    }

    /** What the writer takes for the session of a sequence is what the reader finds there. */
    @Test
    void tablesAreWrittenAsTheyAreRead() {
        for (JsonNode sequence : Vectors.load("dotnet/nbfse.json").get("sequences")) {
            var strings = SessionStrings.none();
            for (JsonNode message : sequence.get("messages")) {
                List<XmlString> more =
                        Vectors.strings(message.get("new_strings")).stream()
                                .map(XmlString::of)
                                .toList();
                SessionStrings next = strings.with(more);
                var out = new XmlOutput();
                next.writeTable(strings, out);
                String written = HexFormat.of().formatHex(out.toByteArray());
                String expected = HexFormat.of().formatHex(Vectors.bytes(message));
                assertTrue(expected.startsWith(written), sequence.get("name").asText());
                assertEquals(message.get("table_octets").asInt(), next.octets());
                strings = next;
            }
        }
    }

    @Test
    void brokenSequencesAreRefused() {
        var deviations = new Deviations("nbfse refuse");
        for (JsonNode sequence : Vectors.load("nbfse-vectors.json").get("refuse")) {
            deviations.check(sequence.get("name").asText(), () -> expectLastRefused(sequence));
        }
        deviations.assertAsDecided(13);
    }

    private static void expectLastRefused(JsonNode sequence) {
        var table = new SessionStringTable(SessionStrings.DEFAULT_LIMIT);
        List<String> messages = Vectors.strings(sequence.get("messages"));
        boolean isBroken = false;
        for (String message : messages.subList(0, messages.size() - 1)) {
            try {
                read(HexFormat.of().parseHex(message), table);
            } catch (BelayException e) {
                isBroken = true;
            }
        }
        byte[] last = HexFormat.of().parseHex(messages.getLast());
        BelayException failure = assertThrows(BelayException.class, () -> read(last, table));
        if (isBroken) {
            assertEquals(ErrorCode.OBJECT_FAULTED, failure.code());
            return;
        }
        ErrorCode expected =
                sequence.get("kind").asText().contains("quota")
                        ? ErrorCode.QUOTA_EXCEEDED
                        : ErrorCode.INVALID_FORMAT;
        assertEquals(expected, failure.code(), failure.getMessage());
    }

    @Test
    void handMadeSequencesOfDotnetAreTakenAsItTakesThem() {
        var deviations = new Deviations("dotnet nbfse-read");
        for (JsonNode sequence : Vectors.load("dotnet/nbfse-read.json").get("cases")) {
            deviations.check(sequence.get("name").asText(), () -> expectAsDotnet(sequence));
        }
        deviations.assertAsDecided(30);
    }

    private static void expectAsDotnet(JsonNode sequence) {
        var table = new SessionStringTable(SessionStrings.DEFAULT_LIMIT);
        for (JsonNode message : sequence.get("messages")) {
            if (message.has("xml")) {
                assertEquals(Vectors.xml(message), read(Vectors.bytes(message), table));
            } else {
                assertThrows(BelayException.class, () -> read(Vectors.bytes(message), table));
            }
        }
    }

    @Test
    void largeLimitIsHeldToo() {
        var table = new SessionStringTable(LARGE);
        var out = new XmlOutput();
        SessionStrings strings = SessionStrings.none();
        for (int i = 0; i < 300; i++) {
            strings = strings.with(List.of(XmlString.of("string" + i)));
        }
        strings.writeTable(SessionStrings.none(), out);
        table.addFrom(out.array(), 0, out.size());
        assertEquals(300, table.size());
        assertEquals("string299", String.valueOf(table.get(599)));
        assertEquals(strings.octets(), table.octets());
        assertEquals(599, strings.idOf(XmlString.of("string299")));
    }
}
