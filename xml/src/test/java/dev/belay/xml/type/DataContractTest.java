package dev.belay.xml.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Documents of .NET's DataContractSerializer, read and written with descriptions by hand. */
final class DataContractTest {
    private static final Map<String, XmlType<?>> TYPES =
            Map.ofEntries(
                    Map.entry("Everything", Everything.TYPE),
                    Map.entry("Order", Order.TYPE),
                    Map.entry("Shape", Shape.TYPE),
                    Map.entry("List<Shape>", Shape.LIST),
                    Map.entry("ShopFault", ShopFault.TYPE),
                    Map.entry("OtherFault", OtherFault.TYPE),
                    Map.entry("Line", Line.TYPE),
                    Map.entry("Status", Status.TYPE),
                    Map.entry("Extras", Extra.FLAGS),
                    Map.entry("Int32[]", ints()),
                    Map.entry(
                            "Dictionary<String,Int32>",
                            Repeated.of(Shop.arrays("KeyValueOfstringint"), KeyValue.TYPE)
                                    .wrapped(Shop.arrays("ArrayOfKeyValueOfstringint"))),
                    Map.entry(
                            "List<List<Int32>>",
                            Repeated.nillable(Shop.arrays("ArrayOfint"), ints())
                                    .wrapped(Shop.arrays("ArrayOfArrayOfint"))));

    /** Documents with names as values, whose prefixes are not ours. */
    private static boolean holdsPrefixes(String name) {
        return name.equals("everything-all")
                || name.startsWith("everything-qname")
                || name.startsWith("everything-any-") && !name.endsWith("-object");
    }

    private static XmlType<int[]> ints() {
        return Repeated.ints(Shop.arrays("int")).wrapped(Shop.arrays("ArrayOfint"));
    }

    @TestFactory
    List<DynamicTest> documents() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = DataContractTest.class.getResourceAsStream("datacontract.json")) {
            for (JsonNode document : new ObjectMapper().readTree(in).get("documents")) {
                String name = document.get("name").asText();
                XmlType<?> type = Objects.requireNonNull(TYPES.get(document.get("type").asText()));
                tests.add(dynamicTest(name, () -> check(document, name, type)));
            }
        }
        assertEquals(38, tests.size());
        return tests;
    }

    private static <T> void check(JsonNode document, String name, XmlType<T> type) {
        String text = plain(document, "text");
        byte[] octets = HexFormat.of().parseHex(plain(document, "hex"));
        XmlName root = rootOf(text);
        T fromText = Documents.read(type, text);
        T fromBinary = Documents.read(type, Documents.binary(octets));
        String rewritten = Documents.write(type, root, fromText);
        if (!holdsPrefixes(name)) {
            assertEquals(Documents.buffer(text), Documents.buffer(rewritten));
            assertEquals(
                    Documents.buffer(document.path("reread_from_binary").asText(text)),
                    Documents.buffer(Documents.write(type, root, fromBinary)));
        }
        byte[] rewrittenBinary = Documents.writeBinary(type, root, fromText);
        T again = Documents.read(type, Documents.binary(rewrittenBinary));
        assertEquals(
                Documents.buffer(rewritten), Documents.buffer(Documents.write(type, root, again)));
    }

    private static XmlName rootOf(String text) {
        XmlReader reader = Documents.text(text);
        reader.toElement();
        return reader.name();
    }

    private static String plain(JsonNode document, String field) {
        JsonNode parts = document.get(field + "_parts");
        if (parts == null) {
            return document.get(field).asText();
        }
        var all = new StringBuilder();
        for (JsonNode part : parts) {
            all.append(
                    part.isTextual()
                            ? part.asText()
                            : part.get(part.has(field) ? field : "hex")
                                    .asText()
                                    .repeat(part.get("times").asInt()));
        }
        return all.toString();
    }
}
