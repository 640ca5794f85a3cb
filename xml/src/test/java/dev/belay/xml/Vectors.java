package dev.belay.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the test vectors. */
final class Vectors {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Vectors() {}

    private static InputStream open(String resource) {
        InputStream in = Vectors.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("no test resource " + resource);
        }
        return in;
    }

    static JsonNode load(String resource) {
        try (InputStream in = open(resource)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The names of one suite in the table of cases that we decide differently, with the reasons.
     */
    static Map<String, String> decidedAgainst(String suite) {
        var reasons = new TreeMap<String, String>();
        for (String line : text("decided-against.tsv").split("\n")) {
            String[] cells = line.split("\t");
            if (cells.length == 3 && cells[0].equals(suite)) {
                reasons.put(cells[1], cells[2]);
            }
        }
        return reasons;
    }

    /** The octets of a field given whole or in parts. */
    static byte[] bytes(JsonNode owner) {
        return HexFormat.of().parseHex(joined(owner, "hex", "hex"));
    }

    /** The text of a field given whole or in parts. */
    static String xml(JsonNode owner) {
        return joined(owner, "xml", "text");
    }

    private static String joined(JsonNode owner, String field, String partField) {
        if (owner.has(field)) {
            return owner.get(field).asText();
        }
        var all = new StringBuilder();
        for (JsonNode part : owner.get(field + "_parts")) {
            if (part.isTextual()) {
                all.append(part.asText());
            } else {
                all.repeat(part.get(partField).asText(), part.get("times").asInt());
            }
        }
        return all.toString();
    }

    static List<String> strings(JsonNode list) {
        var strings = new ArrayList<String>();
        list.forEach(s -> strings.add(s.asText()));
        return strings;
    }

    static XmlDictionary dictionary(JsonNode vector) {
        JsonNode field = vector.get("static");
        if (field == null) {
            return XmlDictionary.none();
        }
        return field.isTextual() ? XmlDictionary.nbfs() : XmlDictionary.of(strings(field));
    }

    /** The table of the strings of the vector's session, or null if there is none. */
    static SessionStringTable session(JsonNode vector) {
        if (!vector.has("session")) {
            return null;
        }
        var out = new XmlOutput();
        for (String string : strings(vector.get("session"))) {
            byte[] utf8 = string.getBytes(UTF_8);
            MultiByteInt.write(out, utf8.length);
            out.write(utf8, 0, utf8.length);
        }
        var table = new SessionStringTable(1 << 20);
        table.add(out.array(), 0, out.size());
        return table;
    }

    /** A reader of octets that lie amid others. */
    static XmlReader binary(
            byte[] document,
            XmlDictionary dictionary,
            SessionStringTable session,
            XmlQuotas quotas) {
        byte[] amid = amid(document);
        return XmlReader.binary(amid, 7, document.length, dictionary, session, quotas);
    }

    static XmlReader text(byte[] document, XmlQuotas quotas) {
        return XmlReader.text(amid(document), 7, document.length, quotas);
    }

    private static byte[] amid(byte[] document) {
        byte[] amid = new byte[document.length + 20];
        for (int i = 0; i < amid.length; i++) {
            amid[i] = (byte) (i % 3 == 0 ? 0x99 : i % 3 == 1 ? '<' : 0x01);
        }
        System.arraycopy(document, 0, amid, 7, document.length);
        return amid;
    }
}
