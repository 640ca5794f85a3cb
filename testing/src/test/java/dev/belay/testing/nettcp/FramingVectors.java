package dev.belay.testing.nettcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The byte vectors of the framing layer, as streams to send. */
final class FramingVectors {
    /**
     * A stream that must be refused.
     *
     * @param fault the text of the fault record that is due, or null
     */
    record Refused(String name, String hex, @Nullable String fault) {}

    private FramingVectors() {}

    /** What a receiver must refuse. */
    static List<Refused> refusedByReceivers() {
        List<Refused> vectors = new ArrayList<>();
        try (InputStream in = FramingVectors.class.getResourceAsStream("nmf-vectors.json")) {
            JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
            for (JsonNode node : root.get("refuse")) {
                if (node.get("decoder").asText().equals("receiver")) {
                    JsonNode fault = node.get("fault_to_send");
                    vectors.add(
                            new Refused(
                                    node.get("name").asText(),
                                    node.get("hex").asText(),
                                    fault.isNull() ? null : fault.asText()));
                }
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        assertEquals(46, vectors.size(), "vectors");
        return vectors;
    }
}
