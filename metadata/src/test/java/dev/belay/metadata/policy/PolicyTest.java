package dev.belay.metadata.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.channel.Encoding;
import dev.belay.metadata.Documents;
import dev.belay.metadata.Metadata;
import dev.belay.metadata.PortModel;
import dev.belay.soap.AddressingVersion;

import org.junit.jupiter.api.Test;

import java.util.List;

class PolicyTest {
    private static Metadata read(String policy) {
        String wsdl =
                """
                <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:t"
                  xmlns:t="urn:t" xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"
                  xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl"
                  xmlns:b="http://schemas.microsoft.com/ws/06/2004/mspolicy/netbinary1" xmlns:x="urn:x"
                  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
                  xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
                <wsp:Policy wsu:Id="p">
                %s
                </wsp:Policy>
                <wsdl:portType name="P"/>
                <wsdl:binding name="B" type="t:P"><wsp:PolicyReference URI="#p"/>
                <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/></wsdl:binding>
                <wsdl:service name="S"><wsdl:port name="Q" binding="t:B">
                <soap:address location="http://h/"/></wsdl:port></wsdl:service>
                </wsdl:definitions>
                """
                        .formatted(policy);
        return new Documents().add("a.wsdl", wsdl).read("a.wsdl");
    }

    private static PortModel port(Metadata metadata) {
        return metadata.services().getFirst().ports().getFirst();
    }

    @Test
    void assertionsChooseEncodingAndAddressing() {
        PortModel port = port(read("<b:BinaryEncoding/><wsaw:UsingAddressing/>"));
        assertEquals(Encoding.BINARY, port.encoding());
        assertEquals(AddressingVersion.WSA_1_0, port.addressing());
        assertEquals(List.of(), port.unsupported());
        PortModel none = port(read(""));
        assertEquals(Encoding.TEXT_UTF8, none.encoding());
        assertEquals(AddressingVersion.TRANSPORT, none.addressing());
    }

    @Test
    void theFirstAlternativeThatCanBeFulfilledIsTaken() {
        PortModel port =
                port(
                        read(
                                """
                                <wsp:ExactlyOne><wsp:All><x:Secret/></wsp:All>
                                <wsp:All><b:BinaryEncoding/></wsp:All></wsp:ExactlyOne>\
                                """));
        assertEquals(Encoding.BINARY, port.encoding());
        assertEquals(List.of(), port.unsupported());
    }

    @Test
    void whatCannotBeFulfilledIsAWarningWithItsPlace() {
        Metadata metadata = read("<wsp:All>\n  <x:Secret/></wsp:All>");
        assertEquals("{urn:x}Secret", port(metadata).unsupported().getFirst().name().toString());
        assertEquals(
                List.of(
                        "http://test/a.wsdl:9:3: warning: <Secret>: not supported, so opening port"
                                + " Q at http://test/a.wsdl:14:24 will fail"),
                Documents.messages(metadata));
    }

    @Test
    void optionalAndIgnorableAssertionsAskForNothing() {
        assertEquals(List.of(), port(read("<x:Secret wsp:Optional='true'/>")).unsupported());
        assertEquals(List.of(), port(read("<x:Secret wsp:Ignorable='true'/>")).unsupported());
    }

    @Test
    void nothingSatisfiesAPolicyWithoutAlternatives() {
        PortModel port = port(read("<wsp:ExactlyOne/>"));
        assertEquals(
                "{http://www.w3.org/ns/ws-policy}ExactlyOne",
                port.unsupported().getFirst().name().toString());
    }

    @Test
    void repliesToOthersAreNotSupported() {
        String some =
                "<wsam:Addressing xmlns:wsam='http://www.w3.org/2007/05/addressing/metadata'>";
        String end = "</wsp:Policy></wsam:Addressing>";
        assertEquals(
                "{http://www.w3.org/2007/05/addressing/metadata}NonAnonymousResponses",
                port(read(some + "<wsp:Policy><wsam:NonAnonymousResponses/>" + end))
                        .unsupported()
                        .getFirst()
                        .name()
                        .toString());
        PortModel port = port(read(some + "<wsp:Policy><wsam:AnonymousResponses/>" + end));
        assertEquals(List.of(), port.unsupported());
        assertEquals(AddressingVersion.WSA_1_0, port.addressing());
    }

    @Test
    void alternativesDoNotExplode() {
        Metadata metadata = read("<x:A wsp:Optional='true'/>\n".repeat(11));
        assertTrue(metadata.failed());
        assertEquals(
                "http://test/a.wsdl:18:1: error: <x:A>: more than 1024 policy alternatives",
                Documents.messages(metadata).getFirst());
    }

    @Test
    void referencesInCirclesEnd() {
        Metadata metadata = read("<wsp:PolicyReference URI='#p'/>");
        assertEquals(
                List.of(
                        "http://test/a.wsdl:8:1: error: <wsp:PolicyReference>: the policy refers to"
                                + " itself"),
                Documents.messages(metadata));
    }
}
