package dev.belay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Headers as they come, good and bad. */
final class MessageHeadersTest {
    private static final MessageVersion VERSION = MessageVersion.SOAP_1_2_WSA_1_0;
    private static final String ACTION = "<a:Action>urn:act</a:Action>";
    private static final XmlName TICKET = XmlName.of("urn:h", "Ticket");

    private static MessageHeaders headers(MessageVersion version, String headers) {
        String envelope =
                "<s:Envelope xmlns:s='"
                        + version.envelope().namespace()
                        + "' xmlns:a='"
                        + version.addressing().namespace()
                        + "' xmlns:h='urn:h'><s:Header>"
                        + headers
                        + "</s:Header><s:Body/></s:Envelope>";
        return Envelopes.decode(version, envelope).headers();
    }

    private static String subcodes(MessageHeaders headers) {
        Fault fault = headers.addressingFault();
        assertNotNull(fault);
        return fault.codes().stream().map(code -> code.localName().toString()).toList().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a:Action>urn:b</a:Action> | Sender, InvalidAddressingHeader, InvalidCardinality",
                "<a:To>urn:b</a:To><a:To>urn:b</a:To> | Sender, InvalidAddressingHeader,"
                        + " InvalidCardinality",
                "<a:MessageID>urn:b</a:MessageID><a:MessageID>urn:b</a:MessageID> | Sender,"
                        + " InvalidAddressingHeader, InvalidCardinality",
                "<a:ReplyTo><a:Address>urn:b</a:Address></a:ReplyTo><a:ReplyTo/> | Sender,"
                        + " InvalidAddressingHeader, InvalidCardinality",
                "<a:ReplyTo/> | Sender, InvalidAddressingHeader, MissingAddressInEPR",
                "<a:FaultTo><a:Address/></a:FaultTo> | Sender, InvalidAddressingHeader,"
                        + " InvalidAddress",
            })
    void whatIsWrongIsAFault(String more, String codes) {
        assertEquals("[" + codes + "]", subcodes(headers(VERSION, ACTION + more)));
        MessageVersion old = Envelopes.SOAP_1_1_WSA_2004;
        assertEquals(
                "[Sender, InvalidMessageInformationHeader]", subcodes(headers(old, ACTION + more)));
    }

    @Test
    void anActionIsRequired() {
        assertEquals("[Sender, MessageAddressingHeaderRequired]", subcodes(headers(VERSION, "")));
        assertEquals(
                "[Sender, MessageAddressingHeaderRequired]",
                subcodes(headers(VERSION, "<a:Action> </a:Action>")));
        assertEquals(
                "[Sender, MessageInformationHeaderRequired]",
                subcodes(headers(Envelopes.SOAP_1_2_WSA_2004, "")));
        assertNull(headers(MessageVersion.SOAP_1_2, "").addressingFault());
    }

    /** As .NET sends a header of a message contract that has no value. */
    @Test
    void aHeaderThatIsNilIsUnderstoodAndHasNoValue() {
        MessageHeaders headers =
                headers(
                        VERSION,
                        ACTION
                                + "<h:Ticket s:mustUnderstand='1' i:nil='true' xmlns:i="
                                + "'http://www.w3.org/2001/XMLSchema-instance'/>");
        assertEquals(List.of(TICKET), headers.notUnderstood());
        assertNull(headers.get(TICKET, XmlTypes.STRING));
        assertEquals(List.of(), headers.getAll(TICKET, XmlTypes.STRING));
        assertEquals(List.of(), headers.notUnderstood());
    }

    @Test
    void aHeaderThatCameTwiceHasNoValue() {
        MessageHeaders headers = headers(VERSION, ACTION + "<a:To>urn:x</a:To><a:To>urn:y</a:To>");
        assertEquals("urn:act", headers.action());
        var thrown = assertThrows(BelayException.class, headers::to);
        assertEquals(ErrorCode.INVALID_FORMAT, thrown.code());
    }

    @Test
    void headersForOthersAreNotOurs() {
        String next = EnvelopeVersion.SOAP_1_2.nextRole();
        MessageHeaders headers =
                headers(
                        VERSION,
                        ACTION
                                + "<a:To s:role='urn:other'>urn:other</a:To><h:Ticket"
                                + " s:role='urn:other'"
                                + " s:mustUnderstand='true'>1</h:Ticket><h:Ticket s:role='"
                                + next
                                + "' s:mustUnderstand='1' s:relay='true'>2</h:Ticket>");
        assertNull(headers.to());
        assertEquals(List.of(TICKET), headers.notUnderstood());
        assertEquals(2, headers.get(TICKET, XmlTypes.INT));
        assertEquals(List.of(), headers.notUnderstood());
    }

    @Test
    void headersOfAnotherAddressingAreOwnHeaders() {
        MessageHeaders headers =
                headers(
                        VERSION,
                        ACTION
                                + "<o:To s:mustUnderstand='1'"
                                + " xmlns:o='http://schemas.xmlsoap.org/ws/2004/08/addressing'>x</o:To>");
        assertNull(headers.to());
        assertEquals(List.of(AddressingVersion.WSA_2004.to), headers.notUnderstood());
        headers.markUnderstood(AddressingVersion.WSA_2004.to);
        assertEquals(List.of(), headers.notUnderstood());
    }

    @Test
    void whiteSpaceAroundUrisDoesNotCount() {
        MessageHeaders headers =
                headers(
                        VERSION,
                        "<a:Action>\n urn:act </a:Action><a:MessageID> urn:id\n</a:MessageID>"
                                + "<a:RelatesTo> urn:req </a:RelatesTo>");
        assertEquals("urn:act", headers.action());
        assertEquals("urn:id", headers.messageId());
        assertEquals("urn:req", headers.relatesTo());
    }

    @Test
    void onlyAReplyRelatesAsOne() {
        MessageHeaders headers =
                headers(
                        VERSION,
                        ACTION
                                + "<a:RelatesTo"
                                + " RelationshipType='urn:other'>urn:1</a:RelatesTo><a:RelatesTo"
                                + " RelationshipType='http://www.w3.org/2005/08/addressing/reply'>urn:2</a:RelatesTo>");
        assertEquals("urn:2", headers.relatesTo());
        assertEquals(
                List.of(new RelatesTo("urn:1", "urn:other"), new RelatesTo("urn:2", null)),
                headers.relations());
        MessageHeaders old =
                headers(
                        Envelopes.SOAP_1_1_WSA_2004,
                        ACTION
                                + "<a:RelatesTo RelationshipType='h:other'>urn:1</a:RelatesTo>"
                                + "<a:RelatesTo RelationshipType='a:Reply'>urn:2</a:RelatesTo>");
        assertEquals("urn:2", old.relatesTo());
    }

    @Test
    void ownHeadersAreReadByType() {
        MessageHeaders headers =
                headers(
                        VERSION,
                        ACTION + "<h:Ticket>1</h:Ticket><h:Ticket>x</h:Ticket><h:N>3</h:N>");
        assertEquals(List.of("1", "x"), headers.getAll(TICKET, XmlTypes.STRING));
        assertThrows(BelayException.class, () -> headers.get(TICKET, XmlTypes.STRING));
        assertEquals(3L, headers.get(XmlName.of("urn:h", "N"), XmlTypes.LONG));
        assertNull(headers.get(XmlName.of("urn:h", "Other"), XmlTypes.STRING));
        assertTrue(headers.contains(TICKET));
        headers.remove(TICKET);
        assertFalse(headers.contains(TICKET));
    }

    @Test
    void standardHeadersAreSetReplacedAndRemoved() {
        EndpointAddress here = EndpointAddress.of("urn:here");
        MessageHeaders headers = Message.oneWay(VERSION, "a", Body.EMPTY).headers();
        headers.action("urn:b").to("urn:x").to("urn:y").messageId("urn:id").relatesTo("urn:1");
        headers.relatesTo("urn:2").replyTo(here).faultTo(here).from(here);
        assertEquals("urn:b", headers.action());
        assertEquals("urn:y", headers.to());
        assertEquals("urn:id", headers.messageId());
        assertEquals("urn:2", headers.relatesTo());
        assertEquals(List.of(new RelatesTo("urn:2", null)), headers.relations());
        assertEquals(
                List.of(here, here, here),
                List.of(headers.replyTo(), headers.faultTo(), headers.from()));
        headers.action((String) null).to((String) null).messageId(null).relatesTo(null);
        headers.replyTo(null).faultTo(null).from(null);
        assertNull(headers.action());
        assertNull(headers.to());
        assertNull(headers.messageId());
        assertNull(headers.relatesTo());
        assertNull(headers.replyTo());
        assertNull(headers.faultTo());
        assertNull(headers.from());
    }

    @Test
    void headersThatWereSetCanBeRead() {
        MessageHeaders headers = Message.oneWay(VERSION, "a", Body.EMPTY).headers();
        headers.add(TICKET, XmlTypes.INT, 5);
        assertEquals(5, headers.get(TICKET, XmlTypes.INT));
        assertEquals("5", headers.get(TICKET, XmlTypes.STRING));
    }

    @Test
    void thereIsALimitToHeaders() {
        headers(VERSION, ACTION + "<h:H/>".repeat(63));
        var thrown =
                assertThrows(
                        BelayException.class, () -> headers(VERSION, ACTION + "<h:H/>".repeat(64)));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, thrown.code());
    }

    @Test
    void aReplyNamesWhatWasNotUnderstood() {
        Message request = Message.request(VERSION, "urn:act", Body.EMPTY);
        request.headers().add(TICKET, XmlTypes.INT, 5, HeaderFlags.MUST_UNDERSTAND);
        Message received = Envelopes.sent(request, MessageEncoding.text(VERSION));
        Message reply =
                Envelopes.sent(received.replyNotUnderstood(), MessageEncoding.binary(VERSION));
        XmlName notUnderstood = EnvelopeVersion.SOAP_1_2.notUnderstood;
        assertEquals(
                new QNameAttribute(TICKET),
                reply.headers().get(notUnderstood, QNameAttribute.TYPE));
        assertEquals(Fault.MUST_UNDERSTAND, reply.readFault().code());
        assertEquals(AddressingVersion.WSA_1_0.soapFaultAction(), reply.headers().action());
    }
}
