package dev.belay.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.belay.service.Operation;
import dev.belay.service.ServiceContract;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.Message;
import dev.belay.soap.MessageEncoding;
import dev.belay.soap.MessageType;
import dev.belay.soap.MessageVersion;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlReader;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Documents of .NET's DataContractSerializer become generated values of the schemas that .NET
 * exports, from text and from binary, and give equal documents again.
 */
class DataContractTest {
    private static final Path VECTORS =
            Path.of(
                    System.getProperty("belay.root"),
                    "xml/src/test/resources/dev/belay/xml/type/datacontract.json");
    private static final MessageVersion VERSION =
            new MessageVersion(EnvelopeVersion.SOAP_1_2, AddressingVersion.TRANSPORT);
    private static final MessageEncoding TEXT = MessageEncoding.text(VERSION);
    private static final MessageEncoding BINARY = MessageEncoding.binary(VERSION);
    private static final String PACKAGE = "org.example.vectors";

    /** {@code s:Envelope} with its declaration and {@code s:Body}, in strings of the dictionary. */
    private static final String BINARY_START = "56020b017304560e";

    private static final String BINARY_END = "0101";

    @TestFactory
    List<DynamicTest> documents(@TempDir Path folder) throws Exception {
        JsonNode vectors = new ObjectMapper().readTree(VECTORS.toFile());
        ServiceContract<?> contract = contract(vectors, folder);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode document : vectors.get("documents")) {
            String action = action(root(document));
            Operation<?, ?, ?> operation = contract.operation(action);
            tests.add(
                    dynamicTest(
                            document.get("name").asText(),
                            () -> check(document, action, operation.input())));
        }
        assertEquals(38, tests.size());
        return tests;
    }

    private static <T> void check(JsonNode document, String action, MessageType<T> type) {
        String text = plain(document, "text");
        byte[] envelope =
                ("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>"
                                + text
                                + "</s:Body></s:Envelope>")
                        .getBytes(UTF_8);
        String expected = infoset(decode(TEXT, envelope).body());
        T fromText = type.read(decode(TEXT, envelope));
        assertEquals(expected, rewritten(TEXT, action, type, fromText), "text as text");
        assertEquals(expected, rewritten(BINARY, action, type, fromText), "text as binary");

        byte[] octets = HexFormat.of().parseHex(BINARY_START + plain(document, "hex") + BINARY_END);
        JsonNode reread = document.get("reread_from_binary");
        String expectedBinary = reread == null ? expected : infoset(reread.asText());
        T fromBinary = type.read(decode(BINARY, octets));
        assertEquals(expectedBinary, rewritten(TEXT, action, type, fromBinary), "binary as text");
        assertEquals(
                expectedBinary, rewritten(BINARY, action, type, fromBinary), "binary as binary");
    }

    private static <T> String rewritten(
            MessageEncoding encoding, String action, MessageType<T> type, T value) {
        Message message = Message.request(VERSION, action, type.body(value));
        return infoset(decode(encoding, encoding.encode(message)).body());
    }

    private static Message decode(MessageEncoding encoding, byte[] octets) {
        return encoding.decode(octets, 0, octets.length, XmlQuotas.DEFAULT);
    }

    private static String infoset(String document) {
        byte[] octets = document.getBytes(UTF_8);
        return infoset(XmlReader.text(octets, 0, octets.length, XmlQuotas.DEFAULT));
    }

    private static String infoset(XmlReader reader) {
        reader.toElement();
        return new ResolvedInfoset().of(reader);
    }

    /** Makes a contract with an operation for each element that the documents begin with. */
    private static ServiceContract<?> contract(JsonNode vectors, Path folder) throws Exception {
        Set<XmlName> roots = new LinkedHashSet<>();
        vectors.get("documents").forEach(d -> roots.add(root(d)));
        Path file = Files.writeString(folder.resolve("vectors.wsdl"), wsdl(vectors, roots));
        Compilation compilation =
                InMemory.compile(file, Map.of(), CompilerOptions.DEFAULT.withPackageName(PACKAGE));
        assertFalse(compilation.failed(), () -> compilation.diagnostics().toString());
        InMemory.Java java = InMemory.javac(compilation.files());
        assertEquals(List.of(), java.problems());
        Class<?> contract = java.loader().loadClass(PACKAGE + ".Vectors");
        return (ServiceContract<?>) contract.getField("CONTRACT").get(null);
    }

    private static String wsdl(JsonNode vectors, Set<XmlName> roots) {
        StringBuilder types = new StringBuilder();
        vectors.get("schemas")
                .properties()
                .forEach(
                        schema -> {
                            if (!schema.getKey().equals("http://www.w3.org/2001/XMLSchema")) {
                                types.append(schema.getValue().asText());
                            }
                        });
        StringBuilder messages = new StringBuilder();
        StringBuilder operations = new StringBuilder();
        for (XmlName root : roots) {
            String name = root.localName().toString();
            messages.append(
                    """
                    <wsdl:message name="%s"><wsdl:part name="body" element="x:%s" xmlns:x="%s"/></wsdl:message>
                    """
                            .formatted(name, name, root.namespace()));
            operations.append(
                    """
                    <wsdl:operation name="Take%s">
                    <wsdl:input message="t:%s" wsam:Action="%s"/></wsdl:operation>
                    """
                            .formatted(name, name, action(root)));
        }
        return """
        <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:t"
          xmlns:t="urn:t" xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata">
        <wsdl:types>%s</wsdl:types>
        %s
        <wsdl:portType name="Vectors">%s</wsdl:portType>
        </wsdl:definitions>
        """
                .formatted(types, messages, operations);
    }

    private static String action(XmlName root) {
        return "urn:take:" + root.localName();
    }

    private static XmlName root(JsonNode document) {
        byte[] octets = plain(document, "text").getBytes(UTF_8);
        XmlReader reader = XmlReader.text(octets, 0, octets.length, XmlQuotas.DEFAULT);
        reader.toElement();
        return reader.name();
    }

    /** A field given whole or in parts. */
    private static String plain(JsonNode document, String field) {
        JsonNode parts = document.get(field + "_parts");
        if (parts == null) {
            return document.get(field).asText();
        }
        StringBuilder all = new StringBuilder();
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
