package dev.belay.channel.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.belay.channel.framing.FramingRecord.Octets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The byte vectors of the framing layer. */
final class FramingVectors {
    /** How streams are cut in tests; 0 = not at all. */
    static final int[] SPLITS = {0, 1, 2, 3, 5, 8};

    record Accepted(String name, boolean fromInitiator, Octets content, List<String> meaning) {
        byte[] octets() {
            return content.array();
        }
    }

    record Refused(String name, boolean atReceiver, Octets content, @Nullable String faultToSend) {
        byte[] octets() {
            return content.array();
        }
    }

    private FramingVectors() {}

    static List<Accepted> accepted() {
        List<Accepted> vectors = new ArrayList<>();
        for (JsonNode node : root().get("vectors")) {
            boolean fromInitiator = node.get("direction").asText().equals("initiator");
            List<String> meaning = new ArrayList<>();
            node.get("meaning").forEach(phrase -> meaning.add(phrase.asText()));
            vectors.add(
                    new Accepted(node.get("name").asText(), fromInitiator, octets(node), meaning));
        }
        assertEquals(43, vectors.size(), "vectors");
        return vectors;
    }

    static List<Refused> refused() {
        List<Refused> vectors = new ArrayList<>();
        for (JsonNode node : root().get("refuse")) {
            JsonNode fault = node.get("fault_to_send");
            boolean atReceiver = node.get("decoder").asText().equals("receiver");
            vectors.add(
                    new Refused(
                            node.get("name").asText(),
                            atReceiver,
                            octets(node),
                            fault.isNull() ? null : fault.asText()));
        }
        assertEquals(53, vectors.size(), "vectors");
        return vectors;
    }

    private static Octets octets(JsonNode node) {
        return new Octets(HexFormat.of().parseHex(node.get("hex").asText()));
    }

    private static JsonNode root() {
        try (InputStream in = FramingVectors.class.getResourceAsStream("nmf-vectors.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, "nmf-vectors.json"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
