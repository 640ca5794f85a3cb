package dev.belay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.type.XmlTypes;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Whole messages of .NET: read, compared, and written again. */
final class DotnetMessagesTest {
    private static final Map<String, MessageVersion> VERSIONS =
            Map.of(
                    "soap11", MessageVersion.SOAP_1_1,
                    "soap12", MessageVersion.SOAP_1_2,
                    "soap11-wsa10", Envelopes.SOAP_1_1_WSA_1_0,
                    "soap12-wsa10", MessageVersion.SOAP_1_2_WSA_1_0,
                    "soap11-wsa0408", Envelopes.SOAP_1_1_WSA_2004,
                    "soap12-wsa0408", Envelopes.SOAP_1_2_WSA_2004);

    /** What is not read yet, by the beginning of the vectors' names or their encoding. */
    private static final Map<String, String> NOT_YET =
            Map.of(
                    "text-utf16", "UTF-16 has no encoding yet",
                    "mtom", "MTOM has no encoding yet",
                    "gzip", "compression has no encoding yet",
                    "deflate", "compression has no encoding yet");

    @TestFactory
    List<DynamicTest> messages() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, Integer> notYet = new TreeMap<>();
        try (InputStream in = DotnetMessagesTest.class.getResourceAsStream("messages.json")) {
            for (JsonNode vector : new ObjectMapper().readTree(in).get("messages")) {
                String name = vector.get("name").asText();
                String reason = reasonNotYet(name, vector.get("encoding").asText());
                if (reason == null) {
                    tests.add(dynamicTest(name, () -> check(vector)));
                } else {
                    notYet.merge(reason, 1, Integer::sum);
                }
            }
        }
        assertEquals(98, tests.size(), "messages that are read");
        notYet.forEach((reason, count) -> System.out.println(count + " not read: " + reason));
        return tests;
    }

    private static String reasonNotYet(String name, String encoding) {
        return NOT_YET.entrySet().stream()
                .filter(each -> name.startsWith(each.getKey()) || encoding.equals(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static void check(JsonNode vector) {
        MessageVersion version = VERSIONS.get(vector.get("version").asText());
        boolean isText = vector.get("encoding").asText().equals("text");
        MessageEncoding encoding =
                isText ? MessageEncoding.text(version) : MessageEncoding.binary(version);
        assertTrue(encoding.accepts(ContentType.parse(vector.get("content_type").asText())));
        byte[] octets =
                isText
                        ? plain(vector, "text").getBytes(StandardCharsets.UTF_8)
                        : HexFormat.of().parseHex(plain(vector, "hex"));
        XmlBuffer expected = Envelopes.buffer(plain(vector, "xml"));

        compare(encoding.decode(octets, 0, octets.length, XmlQuotas.DEFAULT), expected);

        Message first = encoding.decode(octets, 0, octets.length, XmlQuotas.DEFAULT);
        Message again = Envelopes.sent(copy(first), encoding);
        compare(again, expected);
    }

    private static void compare(Message message, XmlBuffer expected) {
        EnvelopeVersion envelope = message.version().envelope();
        List<XmlBuffer> body = Envelopes.children(expected, envelope.body);
        assertEquals(
                !body.isEmpty() && body.getFirst().name().equals(envelope.fault),
                message.isFault());
        for (XmlBuffer header : Envelopes.children(expected, envelope.header)) {
            compareHeader(message.headers(), header);
        }
        if (message.isFault()) {
            Fault fault = message.readFault();
            Message rewritten = Message.fault(message.version(), fault, null);
            // Prefixes of codes are the writer's choice.
            String document =
                    Envelopes.text(rewritten).replaceAll(">\\w+:(Bad|Worse|Own|Busy)<", ">a:$1<");
            XmlBuffer text = Envelopes.buffer(document);
            assertEquals(body, Envelopes.children(text, envelope.body));
        } else {
            assertEquals(body, MessageType.any().read(message));
        }
        assertEquals(MessageState.DONE, message.state());
    }

    private static void compareHeader(MessageHeaders headers, XmlBuffer header) {
        AddressingVersion addressing = headers.version().addressing();
        String local = header.name().localName().toString();
        if (!header.name().namespace().equals(addressing.namespace())) {
            assertEquals(List.of(header), headers.getAll(header.name(), XmlTypes.XML));
            return;
        }
        switch (local) {
            case "Action" -> assertEquals(text(header), headers.action());
            case "To" -> assertEquals(text(header), headers.to());
            case "MessageID" -> assertEquals(text(header), headers.messageId());
            case "RelatesTo" -> assertEquals(text(header), headers.relatesTo());
            case "ReplyTo" -> assertEquals(address(header, addressing), headers.replyTo());
            case "FaultTo" -> assertEquals(address(header, addressing), headers.faultTo());
            case "From" -> assertEquals(address(header, addressing), headers.from());
            default -> throw new AssertionError(local);
        }
        assertNull(headers.addressingFault());
    }

    private static String text(XmlBuffer header) {
        return XmlTypes.STRING.readElement(header.reader(), header.name());
    }

    private static EndpointAddress address(XmlBuffer header, AddressingVersion addressing) {
        return EndpointAddress.type(addressing).readElement(header.reader(), header.name());
    }

    /** An outgoing message with all that a received one holds. */
    private static Message copy(Message message) {
        MessageHeaders from = message.headers();
        Message copy;
        if (message.isFault()) {
            copy = Message.fault(message.version(), message.readFault(), from.action());
        } else {
            List<XmlBuffer> body = MessageType.any().read(message);
            Body all = Body.of(body.toArray(XmlBuffer[]::new));
            copy = Message.oneWay(message.version(), Objects.toString(from.action(), ""), all);
        }
        MessageHeaders to = copy.headers();
        to.action(from.action()).to(from.to()).messageId(from.messageId());
        to.replyTo(from.replyTo()).faultTo(from.faultTo()).from(from.from());
        from.relations().forEach(to::addRelation);
        to.own().addAll(from.own());
        return copy;
    }

    private static String plain(JsonNode vector, String field) {
        JsonNode parts = vector.get(field + "_parts");
        if (parts == null) {
            return vector.get(field).asText();
        }
        var all = new StringBuilder();
        for (JsonNode part : parts) {
            String repeated = part.path(part.has("text") ? "text" : "hex").asText();
            all.append(
                    part.isTextual() ? part.asText() : repeated.repeat(part.get("times").asInt()));
        }
        return all.toString();
    }
}
