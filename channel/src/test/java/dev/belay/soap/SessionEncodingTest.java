package dev.belay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.XmlQuotas;
import dev.belay.xml.XmlString;
import dev.belay.xml.type.XmlTypes;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** Binary sessions: tables of strings in the order of the wire. */
final class SessionEncodingTest {
    private static final MessageVersion VERSION = MessageVersion.SOAP_1_2_WSA_1_0;
    private static final XmlString ACTION = XmlString.of("urn:c/Add");
    private static final XmlString TO = XmlString.of("net.tcp://localhost:8000/calc");
    private static final XmlName ADD = XmlName.of("urn:c", "Add");
    private static final XmlName X = XmlName.of("urn:c", "x");
    private static final String ID = "urn:uuid:00112233-4455-6677-8899-aabbccddeeff";

    private final List<byte[]> wire = Collections.synchronizedList(new ArrayList<>());
    private final BinarySessionEncoder encoder = new BinarySessionEncoder(VERSION, 2048, 65536);

    private static BinarySessionDecoder decoder(int maxStrings) {
        return new BinarySessionDecoder(VERSION, 64, maxStrings, XmlQuotas.DEFAULT);
    }

    private static Message request(int x) {
        Body body =
                writer -> {
                    writer.startElement(ADD);
                    XmlTypes.INT.writeElement(writer, X, x);
                    writer.endElement();
                };
        Message request = Message.request(VERSION, ACTION, body);
        request.headers().to(TO).messageId(ID);
        return request;
    }

    private static String hex(byte[] octets, int from) {
        return HexFormat.of().formatHex(octets, from, octets.length);
    }

    @Test
    void requestsAreOctetForOctetThoseOfDotnet() {
        encoder.encode(request(5), 0, wire::add);
        encoder.encode(request(5), 3, wire::add);
        String document =
                "56020b0173040b0161065608440a1e0082ab01441aad33221100554477668899aabbccddeeff"
                        + "442c442aab1401440c1e0082ab0301560e42050a0742098905010101";
        assertEquals(
                "34"
                        + "0975726e3a632f416464"
                        + "1d"
                        + hex(TO.toString().getBytes(StandardCharsets.UTF_8), 0)
                        + "03416464"
                        + "0575726e3a63"
                        + "0178"
                        + document,
                hex(wire.get(0), 0));
        assertEquals("00000000" + document, hex(wire.get(1), 0));
    }

    @Test
    void repliesAreOctetForOctetThoseOfDotnet() {
        Message incoming = roundTrip(request(1));
        Message reply = incoming.reply(XmlString.of("urn:c/AddResponse"), Body.EMPTY);
        wire.clear();
        new BinarySessionEncoder(VERSION, 2048, 65536).encode(reply, 0, wire::add);
        assertEquals(
                "121175726e3a632f416464526573706f6e7365"
                    + "56020b0173040b0161065608440a1e0082ab014412ad33221100554477668899aabbccddeeff"
                    + "440c1e0082ab1401560e0101",
                hex(wire.getFirst(), 0));
    }

    private Message roundTrip(Message message) {
        encoder.encode(message, 0, wire::add);
        byte[] frame = wire.getFirst();
        return decoder(2048).decode(frame, 0, frame.length);
    }

    @Test
    void stringsThatDoNotFitStayInline() {
        var narrow = new BinarySessionEncoder(VERSION, 10, 65536);
        narrow.encode(request(1), 0, wire::add);
        narrow.encode(request(2), 0, wire::add);
        BinarySessionDecoder decoder = decoder(10);
        assertEquals(10, wire.getFirst()[0], "only the action fits");
        for (byte[] frame : wire) {
            Message message = decoder.decode(frame, 0, frame.length);
            assertEquals(ACTION.toString(), message.headers().action());
            assertEquals(TO.toString(), message.headers().to());
        }
    }

    @Test
    void aLimitOfNothingAnnouncesNothing() {
        new BinarySessionEncoder(VERSION, 0, 65536).encode(request(1), 0, wire::add);
        assertEquals(0, wire.getFirst()[0]);
        assertEquals(TO.toString(), decode(decoder(0), 0).headers().to());
    }

    private Message decode(BinarySessionDecoder decoder, int frame) {
        byte[] octets = wire.get(frame);
        return decoder.decode(octets, 0, octets.length);
    }

    @Test
    void stringsOfAFrameThatWasRefusedAreNotAnnounced() {
        BinarySessionEncoder.Sink full =
                frame -> {
                    throw new IllegalStateException("full");
                };
        Message lost = request(1);
        assertThrows(IllegalStateException.class, () -> encoder.encode(lost, 0, full));
        assertEquals(MessageState.DONE, lost.state());
        encoder.encode(request(2), 0, wire::add);
        assertEquals(TO.toString(), decode(decoder(2048), 0).headers().to());
    }

    @Test
    void aMessageThatIsTooLargeAnnouncesNothing() {
        var small = new BinarySessionEncoder(VERSION, 2048, 200);
        Message large =
                Message.oneWay(
                        VERSION,
                        ACTION,
                        writer -> XmlTypes.STRING.writeElement(writer, ADD, "x".repeat(200)));
        var thrown = assertThrows(BelayException.class, () -> small.encode(large, 0, wire::add));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, thrown.code());
        assertTrue(wire.isEmpty());
    }

    @Test
    void manyThreadsKeepTheTableInTheOrderOfTheWire() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.add(Thread.ofPlatform().start(() -> sendNewStrings(thread)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        BinarySessionDecoder decoder = decoder(2048);
        List<String> names = new ArrayList<>();
        for (byte[] frame : wire) {
            Message message = decoder.decode(frame, 0, frame.length);
            names.add(message.body().localName());
        }
        List<String> expected = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < 100; i++) {
                expected.add("e" + t + "x" + i % 20);
            }
        }
        Collections.sort(names);
        Collections.sort(expected);
        assertEquals(expected, names);
    }

    private void sendNewStrings(int thread) {
        for (int i = 0; i < 100; i++) {
            XmlName name = XmlName.of("urn:c", "e" + thread + "x" + i % 20);
            Body body = writer -> XmlTypes.INT.writeElement(writer, name, 1);
            encoder.encode(Message.oneWay(VERSION, ACTION, body), 0, wire::add);
        }
    }

    @Test
    void afterABrokenTableNothingIsDecoded() {
        BinarySessionDecoder decoder = decoder(2048);
        byte[] broken = {5, 9, 'a'};
        assertThrows(BelayException.class, () -> decoder.decode(broken, 0, broken.length));
        encoder.encode(request(1), 0, wire::add);
        var thrown = assertThrows(BelayException.class, () -> decode(decoder, 0));
        assertEquals(ErrorCode.OBJECT_FAULTED, thrown.code());
    }

    @Test
    void bodiesAreReadWhileLaterMessagesAreDecoded() {
        for (int i = 0; i < 3; i++) {
            XmlName name = XmlName.of("urn:c", "e" + i);
            encoder.encode(
                    Message.oneWay(VERSION, ACTION, w -> XmlTypes.INT.writeElement(w, name, 1)),
                    0,
                    wire::add);
        }
        BinarySessionDecoder decoder = decoder(2048);
        List<Message> messages = wire.stream().map(f -> decoder.decode(f, 0, f.length)).toList();
        for (int i = 2; i >= 0; i--) {
            XmlName name = XmlName.of("urn:c", "e" + i);
            assertEquals(1, MessageType.element(name, XmlTypes.INT).read(messages.get(i)));
        }
    }
}
