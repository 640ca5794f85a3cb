package dev.belay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Messages of every version in every encoding, and their states. */
final class MessageTest {
    private static final XmlName TEXT = XmlName.of("urn:x", "Text");
    private static final XmlName TICKET = XmlName.of("urn:x", "Ticket");
    private static final MessageVersion VERSION = MessageVersion.SOAP_1_2_WSA_1_0;

    static Stream<MessageEncoding> encodings() {
        return Envelopes.versions().stream()
                .flatMap(v -> Stream.of(MessageEncoding.text(v), MessageEncoding.binary(v)));
    }

    private static Body body(String text) {
        return writer -> XmlTypes.STRING.writeElement(writer, TEXT, text);
    }

    private static String readText(Message message) {
        return MessageType.element(TEXT, XmlTypes.STRING).read(message);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void requestAndReplyGoThere(MessageEncoding encoding) {
        boolean addressed = encoding.version().addressing().hasHeaders();
        Message request = Message.request(encoding.version(), "urn:x/Ask", body("wie?"));
        request.address(EndpointAddress.of("urn:x:there"));
        request.headers().add(TICKET, XmlTypes.INT, 7, HeaderFlags.MUST_UNDERSTAND);
        String id = request.headers().messageId();
        assertEquals(addressed, id != null);

        Message received = Envelopes.sent(request, encoding);
        MessageHeaders headers = received.headers();
        assertNull(headers.addressingFault());
        assertEquals(addressed ? "urn:x/Ask" : null, headers.action());
        assertEquals(addressed ? "urn:x:there" : null, headers.to());
        assertEquals(id, headers.messageId());
        assertEquals(
                addressed ? EndpointAddress.anonymous(encoding.version().addressing()) : null,
                headers.replyTo());
        assertEquals(List.of(TICKET), headers.notUnderstood());
        assertEquals(7, headers.get(TICKET, XmlTypes.INT));
        assertEquals(List.of(), headers.notUnderstood());
        assertEquals("wie?", readText(received));

        Message reply = Envelopes.sent(received.reply("urn:x/Answer", body("so")), encoding);
        assertEquals(id, reply.headers().relatesTo());
        assertNull(reply.headers().to());
        assertEquals("so", readText(reply));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void faultsGoThere(MessageEncoding encoding) {
        Fault fault =
                Fault.builder(Fault.RECEIVER)
                        .reason("broken")
                        .role("urn:x:role")
                        .detail(TEXT, XmlTypes.STRING, "more")
                        .build();
        Message received =
                Envelopes.sent(
                        Message.request(encoding.version(), "urn:x/Ask", Body.EMPTY), encoding);
        Message reply = Envelopes.sent(received.replyFault(fault, null), encoding);
        assertTrue(reply.isFault());
        assertEquals(received.headers().messageId(), reply.headers().relatesTo());
        Fault read = reply.readFault();
        assertEquals(fault.codes(), read.codes());
        assertEquals(fault.reasons(), read.reasons());
        assertEquals("urn:x:role", read.role());
        assertEquals("more", read.detail(TEXT, XmlTypes.STRING));
        assertEquals(read, reply.readFault());
        assertEquals(MessageState.DONE, reply.state());
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void repliesGoWhereTheRequestWantsThem(MessageEncoding encoding) {
        if (!encoding.version().addressing().hasHeaders()) {
            return;
        }
        EndpointAddress replyTo =
                EndpointAddress.of("urn:x:elsewhere")
                        .withReferenceParameters(
                                List.of(Envelopes.buffer("<k:Key xmlns:k='urn:k'>7</k:Key>")))
                        .withIdentity(new EndpointIdentity.Dns("example.org"))
                        .withExtensions(List.of(Envelopes.buffer("<e xmlns='urn:e'/>")));
        Message request = Message.request(encoding.version(), "urn:x/Ask", Body.EMPTY);
        request.headers().replyTo(replyTo);
        Message received = Envelopes.sent(request, encoding);
        assertEquals(replyTo, received.headers().replyTo());

        Message reply = Envelopes.sent(received.reply("urn:x/Answer", Body.EMPTY), encoding);
        assertEquals("urn:x:elsewhere", reply.headers().to());
        assertEquals(7, reply.headers().get(XmlName.of("urn:k", "Key"), XmlTypes.INT));
    }

    @Test
    void whatAnAddressHoldsBesidesIsReadByType() {
        EndpointAddress replyTo =
                EndpointAddress.of("urn:x:there")
                        .withMetadata(List.of(Envelopes.buffer("<Text xmlns='urn:x'>m</Text>")))
                        .withExtensions(
                                List.of(Envelopes.buffer("<Ticket xmlns='urn:x'>7</Ticket>")));
        Message request = Message.request(VERSION, "urn:x/Ask", Body.EMPTY);
        request.headers().replyTo(replyTo);
        EndpointAddress read =
                Envelopes.sent(request, MessageEncoding.text(VERSION)).headers().replyTo();
        assertEquals("m", XmlTypes.STRING.readElement(read.metadata().getFirst().reader(), TEXT));
        assertEquals(7, XmlTypes.INT.readElement(read.extensions().getFirst().reader(), TICKET));
    }

    @Test
    void oneWayCarriesActionAndToOnly() {
        Message message = Message.oneWay(VERSION, "urn:x/Tell", Body.EMPTY);
        message.address(EndpointAddress.of("urn:x:there"));
        assertEquals(
                "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
                        + " xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>"
                        + "<a:Action s:mustUnderstand=\"1\">urn:x/Tell</a:Action>"
                        + "<a:To s:mustUnderstand=\"1\">urn:x:there</a:To>"
                        + "</s:Header><s:Body/></s:Envelope>",
                Envelopes.text(message));
    }

    @Test
    void withoutAddressingThereIsNoHeader() {
        Message message = Message.request(MessageVersion.SOAP_1_1, "urn:x/Ask", body("t"));
        assertEquals("urn:x/Ask", message.headers().action());
        assertEquals(
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                        + "<Text xmlns=\"urn:x\">t</Text></s:Body></s:Envelope>",
                Envelopes.text(message));
    }

    @Test
    void idsAreNeverTheSame() {
        String first = Message.request(VERSION, "a", Body.EMPTY).headers().messageId();
        String second = Message.request(VERSION, "a", Body.EMPTY).headers().messageId();
        assertNotEquals(first, second);
        assertNotNull(first);
        assertTrue(first.matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab].*"), first);
    }

    @Test
    void theTransportsActionIsTheMessagesWithoutAddressing() {
        Message message = Envelopes.decode(MessageVersion.SOAP_1_1, plain("", ""));
        message.transport(new TransportInfo(null, null, "http://h/p", "urn:x/Do"));
        assertEquals("urn:x/Do", message.headers().action());
        assertEquals("http://h/p", message.headers().to());
    }

    @Test
    void aTransportsActionThatDiffersIsAFault() {
        Message message = Message.oneWay(VERSION, "urn:x/Do", Body.EMPTY);
        Message received = Envelopes.sent(message, MessageEncoding.text(VERSION));
        received.transport(new TransportInfo(null, null, null, "urn:x/Do"));
        assertNull(received.headers().addressingFault());
        received.transport(new TransportInfo(null, null, null, "urn:x/Other"));
        Fault fault = received.headers().addressingFault();
        assertNotNull(fault);
        assertTrue(fault.hasCode(AddressingVersion.WSA_1_0.name("ActionMismatch")));
    }

    private static String plain(String header, String body) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>"
                + header
                + "<s:Body>"
                + body
                + "</s:Body></s:Envelope>";
    }

    // States

    @Test
    void anEmptyMessageHasNothing() {
        Message message = Message.empty(VERSION);
        assertEquals(MessageState.EMPTY, message.state());
        for (Runnable call :
                List.<Runnable>of(
                        message::headers, message::body, message::readEnd, message::abandon)) {
            assertThrows(IllegalStateException.class, call::run);
        }
        assertThrows(
                IllegalStateException.class, () -> MessageEncoding.text(VERSION).encode(message));
        assertEquals(MessageState.EMPTY, message.state());
        assertEquals(MessageState.INITIALIZED, message.initialize("a", Body.EMPTY).state());
        var again =
                assertThrows(
                        IllegalStateException.class, () -> message.initialize("a", Body.EMPTY));
        assertEquals("message: initialize() in state INITIALIZED", again.getMessage());
    }

    @Test
    void anEncodedMessageIsDoneAlsoOnFailure() {
        Message message = Message.oneWay(VERSION, "a", Body.EMPTY);
        Envelopes.text(message);
        assertEquals(MessageState.DONE, message.state());
        assertEquals("a", message.headers().action());
        assertThrows(IllegalStateException.class, () -> Envelopes.text(message));

        Message failing =
                Message.oneWay(
                        VERSION,
                        "a",
                        writer -> {
                            throw new IllegalArgumentException("no value");
                        });
        assertThrows(IllegalArgumentException.class, () -> Envelopes.text(failing));
        assertEquals(MessageState.DONE, failing.state());
    }

    @Test
    void aMessageOfAnotherVersionIsRefusedAsItIs() {
        Message message = Message.oneWay(MessageVersion.SOAP_1_1, "a", Body.EMPTY);
        assertThrows(
                IllegalArgumentException.class,
                () -> MessageEncoding.text(VERSION).encode(message));
        assertEquals(MessageState.INITIALIZED, message.state());
    }

    @Test
    void aReadMessageIsDoneAlsoOnFailure() {
        Message message = Envelopes.decode(MessageVersion.SOAP_1_1, plain("", "<a/><b/>"));
        assertEquals(MessageState.READING, message.state());
        message.body().skip();
        assertEquals("b", message.body().localName());
        assertThrows(BelayException.class, message::readEnd);
        assertEquals(MessageState.DONE, message.state());
        assertThrows(IllegalStateException.class, message::body);
    }

    @Test
    void abandonAndResetEndIt() {
        Message message = Envelopes.decode(MessageVersion.SOAP_1_1, plain("", "<a/>"));
        message.abandon();
        assertEquals(MessageState.DONE, message.state());
        assertThrows(IllegalStateException.class, message::abandon);
        assertThrows(IllegalStateException.class, message::body);
        message.reset();
        assertEquals(MessageState.EMPTY, message.state());
        assertFalse(message.isAddressed());
    }

    @Test
    void aMessageIsAddressedOnce() {
        Message message = Message.request(VERSION, "a", Body.EMPTY);
        assertFalse(message.isAddressed());
        message.address(EndpointAddress.of("urn:x"));
        assertTrue(message.isAddressed());
        assertThrows(
                IllegalStateException.class, () -> message.address(EndpointAddress.of("urn:y")));
        assertEquals("urn:x", message.headers().to());
    }

    // What envelopes may look like

    @Test
    void theEnvelopeMayHaveWhatIsAllowed() {
        String envelope =
                "<?xml version='1.0'?><!-- c --><e:Envelope"
                    + " xmlns:e='http://schemas.xmlsoap.org/soap/envelope/' q:x='1'"
                    + " xmlns:q='urn:q'> <!-- c --> <e:Header/> <e:Body> <!-- c --> <a/> </e:Body>"
                    + " <more/> </e:Envelope> ";
        Message message = Envelopes.decode(MessageVersion.SOAP_1_1, envelope);
        List<XmlBuffer> body = MessageType.any().read(message);
        assertEquals(List.of(Envelopes.buffer("<a/>")), body);
    }

    @Test
    void anotherVersionIsToldFromNoEnvelope() {
        var thrown =
                assertThrows(
                        VersionMismatchException.class,
                        () -> Envelopes.decode(MessageVersion.SOAP_1_2, plain("", "")));
        String reply = Envelopes.text(thrown.reply(AddressingVersion.TRANSPORT));
        assertTrue(reply.contains("s:VersionMismatch"), reply);
        assertTrue(
                reply.contains("<s:SupportedEnvelope qname=\"s:Envelope\"/>")
                        || reply.contains("SupportedEnvelope qname=\"s:Envelope\""),
                reply);
        for (String document : List.of("<a/>", "<s:Envelope xmlns:s='urn:s'/>", "", "<a")) {
            var other =
                    assertThrows(
                            BelayException.class,
                            () -> Envelopes.decode(MessageVersion.SOAP_1_1, document));
            assertEquals(ErrorCode.INVALID_FORMAT, other.code());
        }
    }

    @Test
    void anEnvelopeWithoutABodyIsRefused() {
        String envelope =
                "<s:Envelope"
                    + " xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header/></s:Envelope>";
        assertThrows(
                BelayException.class, () -> Envelopes.decode(MessageVersion.SOAP_1_1, envelope));
    }

    @Test
    void aBrokenBodyIsNoticedByWhoReadsIt() {
        Message message =
                Envelopes.decode(
                        MessageVersion.SOAP_1_1,
                        "<s:Envelope"
                            + " xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a>x</b>");
        assertThrows(BelayException.class, () -> MessageType.any().read(message));
        assertEquals(MessageState.DONE, message.state());
    }
}
