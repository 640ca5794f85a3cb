package dev.belay.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/** Faults of both SOAP versions and what they mean. */
final class FaultTest {
    private static final XmlName NUMBER = XmlName.of("urn:f", "Number");
    private static final XmlName BAD = XmlName.of("urn:f", "Bad");

    private static Fault readOld(String children) {
        return read(MessageVersion.SOAP_1_1, "<s:Fault>" + children + "</s:Fault>");
    }

    private static Fault readNew(String children) {
        return read(MessageVersion.SOAP_1_2, "<s:Fault>" + children + "</s:Fault>");
    }

    private static Fault read(MessageVersion version, String body) {
        return Envelopes.decode(
                        version,
                        "<s:Envelope xmlns:s='"
                                + version.envelope().namespace()
                                + "' xmlns:f='urn:f'><s:Body>"
                                + body
                                + "</s:Body></s:Envelope>")
                .readFault();
    }

    @ParameterizedTest
    @CsvSource({
        "s:Client, Sender",
        "s:Server, Receiver",
        "s:MustUnderstand, MustUnderstand",
        "s:VersionMismatch, VersionMismatch",
        "Client, Sender",
        "f:Bad, {urn:f}Bad",
        "s:Client.Auth, {http://schemas.xmlsoap.org/soap/envelope/}Client.Auth",
        "unknown:Bad, Bad",
        "' s:Server ', Receiver",
    })
    void codesOfTheOldVersion(String code, String expected) {
        Fault fault = readOld("<faultcode>" + code + "</faultcode><faultstring>t</faultstring>");
        assertEquals(expected, fault.code().toString());
        assertEquals(1, fault.codes().size());
        assertEquals("t", fault.reason());
    }

    @Test
    void anOldFaultMayLackAlmostEverything() {
        assertEquals("", readOld("<faultcode>s:Client</faultcode>").reason());
        Fault fault =
                readOld(
                        "<s:faultcode>s:Client</s:faultcode><x/><faultstring"
                            + " xml:lang='de'>t</faultstring>"
                            + "<faultactor>urn:a</faultactor><detail><f:Number>1</f:Number></detail>");
        assertEquals(List.of(new FaultReason("t", "de")), fault.reasons());
        assertEquals("urn:a", fault.role());
        assertEquals(1, fault.detail(NUMBER, XmlTypes.INT));
        assertThrows(BelayException.class, () -> readOld("<faultstring>t</faultstring>"));
        assertThrows(BelayException.class, () -> readOld("<faultcode>a b</faultcode>"));
    }

    @Test
    void aNewFaultHasCodesAndReasons() {
        Fault fault =
                readNew(
                        "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>f:Bad</s:Value>"
                            + "<s:Subcode><s:Value>f:Worse</s:Value></s:Subcode></s:Subcode></s:Code><s:Reason><s:Text"
                            + " xml:lang='en'>bad</s:Text><s:Text"
                            + " xml:lang='de-AT'>schlecht</s:Text></s:Reason>"
                            + "<s:Node>urn:n</s:Node><s:Role>urn:r</s:Role>"
                            + "<s:Detail><f:Other/><f:Number>1</f:Number></s:Detail>");
        assertEquals(List.of(Fault.SENDER, BAD, XmlName.of("urn:f", "Worse")), fault.codes());
        assertEquals("bad", fault.reason());
        assertEquals("schlecht", fault.reason("de"));
        assertEquals("bad", fault.reason("fr"));
        assertEquals("urn:n", fault.node());
        assertEquals("urn:r", fault.role());
        assertEquals(1, fault.detail(NUMBER, XmlTypes.INT));
        assertNull(fault.detail(BAD, XmlTypes.INT));
    }

    @Test
    void theOldVersionGetsTheFirstSubcodeAndReason() {
        Fault fault =
                Fault.builder(Fault.SENDER, BAD, XmlName.of("urn:f", "Worse"))
                        .reason("one")
                        .reason("zwei", "de")
                        .node("urn:n")
                        .build();
        Message message = Message.fault(MessageVersion.SOAP_1_1, fault, null);
        Fault read =
                Envelopes.sent(message, MessageEncoding.text(MessageVersion.SOAP_1_1)).readFault();
        assertEquals(Fault.builder(BAD).reason("one").build(), read);
    }

    @Test
    void detailsOfAddressingFaultsGoIntoAHeaderInTheOldVersion() {
        MessageVersion version = Envelopes.SOAP_1_1_WSA_1_0;
        Fault fault = AddressingFaults.destinationUnreachable(version, "urn:nowhere");
        Message sent =
                Envelopes.sent(Message.fault(version, fault, null), MessageEncoding.text(version));
        assertEquals(AddressingVersion.WSA_1_0.addressingFaultAction(), sent.headers().action());
        assertTrue(sent.headers().contains(AddressingVersion.WSA_1_0.name("FaultDetail")));
        assertNull(sent.readFault().detail());
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/2005/08/addressing, ActionNotSupported, ENDPOINT_ACTION_NOT_SUPPORTED",
        "http://www.w3.org/2005/08/addressing, DestinationUnreachable, ENDPOINT_NOT_FOUND",
        "http://schemas.xmlsoap.org/ws/2004/08/addressing, ActionNotSupported,"
                + " ENDPOINT_ACTION_NOT_SUPPORTED",
        "http://schemas.xmlsoap.org/ws/2004/08/addressing, EndpointUnavailable,"
                + " ENDPOINT_NOT_AVAILABLE",
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd,"
                + " FailedAuthentication, ENDPOINT_ACCESS_DENIED",
        "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher,"
                + " InternalServiceFault, ENDPOINT_FAULT_RECEIVED",
        "urn:f, Bad, ENDPOINT_FAULT_RECEIVED",
    })
    void wellKnownFaultsHaveTheirOwnCode(String namespace, String name, ErrorCode expected) {
        Fault fault = Fault.builder(Fault.SENDER, XmlName.of(namespace, name)).reason("t").build();
        assertEquals(expected, new FaultException(fault, null).code());
        Fault old = Fault.builder(XmlName.of(namespace, name)).reason("t").build();
        assertEquals(expected, new FaultException(old, null).code());
    }

    @Test
    void addressingFaultsOfAllVersionsCanBeWritten() {
        for (MessageVersion version : Envelopes.versions()) {
            for (Fault fault :
                    List.of(
                            AddressingFaults.actionNotSupported(version, "urn:a"),
                            AddressingFaults.destinationUnreachable(version, "urn:a"),
                            AddressingFaults.endpointUnavailable(version, Duration.ofSeconds(1)),
                            AddressingFaults.headerRequired(version, BAD),
                            AddressingFaults.onlyAnonymousAddressSupported(version, BAD))) {
                Message message = Message.fault(version, fault, null);
                Fault read = Envelopes.sent(message, MessageEncoding.binary(version)).readFault();
                assertEquals(fault.reasons(), read.reasons());
            }
        }
    }

    // Declared faults

    private static final class NumberException extends FaultException {
        private static final long serialVersionUID = 1L;
        private final int number;

        NumberException(Fault fault, @Nullable String action, int number) {
            super(fault, action);
            this.number = number;
        }
    }

    @Test
    void aDeclaredFaultBecomesItsException() {
        FaultType<Integer> declared =
                FaultType.of(NUMBER, XmlTypes.INT, "urn:f/act", NumberException::new);
        FaultType<Integer> twin =
                FaultType.of(NUMBER, XmlTypes.INT, "urn:f/other", NumberException::new);
        Fault fault = declared.fault(7, "seven");
        FaultException exception = FaultType.exception(fault, "urn:f/act", List.of(twin, declared));
        assertEquals(7, assertInstanceOf(NumberException.class, exception).number);
        assertEquals("urn:f/act", exception.action());
        assertEquals(ErrorCode.ENDPOINT_FAULT_RECEIVED, exception.code());

        FaultException other = FaultType.exception(Fault.sender("t"), null, List.of(declared));
        assertEquals(FaultException.class, other.getClass());
        FaultException undeclared = FaultType.exception(fault, null, List.of());
        assertEquals(FaultException.class, undeclared.getClass());
    }

    @Test
    void aReceivedFaultIsAnExceptionOfTheMessage() {
        MessageVersion version = MessageVersion.SOAP_1_2_WSA_1_0;
        Message message = Message.fault(version, Fault.receiver("t"), "urn:f/act");
        Message received = Envelopes.sent(message, MessageEncoding.text(version));
        FaultException exception = received.faultException(List.of());
        assertEquals("urn:f/act", exception.action());
        assertEquals("t", exception.getMessage());
    }

    @Test
    void errorsTellAsMuchAsTheyMay() {
        var error =
                new BelayException(
                        ErrorCode.QUOTA_EXCEEDED, "too much", new IllegalStateException("inside"));
        assertEquals("too much: inside", Fault.ofError(error, FaultDisclosure.FULL).reason());
        String minimal = Fault.ofError(error, FaultDisclosure.MINIMAL).reason();
        assertTrue(!minimal.isEmpty() && !minimal.contains("too much"), minimal);
        Fault own = Fault.builder(Fault.SENDER, BAD).reason("own words").build();
        assertEquals(own, Fault.ofError(new FaultException(own, null), FaultDisclosure.MINIMAL));
        Fault mute = Fault.builder(Fault.SENDER, BAD).build();
        Fault told = Fault.ofError(new FaultException(mute, null), FaultDisclosure.MINIMAL);
        assertEquals(mute.codes(), told.codes());
        assertEquals(minimal, told.reason());
    }
}
