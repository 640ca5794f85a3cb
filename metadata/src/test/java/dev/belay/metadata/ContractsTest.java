package dev.belay.metadata;

import static dev.belay.metadata.Documents.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ContractsTest {
    private static final String START =
            """
            <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="http://x/s"
              xmlns:t="http://x/s" xmlns:xs="http://www.w3.org/2001/XMLSchema"
              xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
              xmlns:msc="http://schemas.microsoft.com/ws/2005/12/wsdl/contract"
              xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl">
            <wsdl:types><xs:schema targetNamespace="http://x/s">
            <xs:element name="Go"><xs:complexType><xs:sequence>
            <xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="GoResponse"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
            <xs:element name="Bad" type="xs:string"/><xs:element name="Key" type="xs:string"/>
            </xs:schema></wsdl:types>
            <wsdl:message name="In"><wsdl:part name="body" element="t:Go"/>
            <wsdl:part name="key" element="t:Key"/></wsdl:message>
            <wsdl:message name="Out"><wsdl:part name="body" element="t:GoResponse"/></wsdl:message>
            <wsdl:message name="Fault"><wsdl:part name="detail" element="t:Bad"/></wsdl:message>
            """;
    private static final String END = "</wsdl:definitions>";

    private static Metadata read(String rest) {
        return new Documents().add("a.wsdl", START + rest + END).read("a.wsdl");
    }

    private static String binding(String style, String use, String input) {
        return """
        <wsdl:binding name="B" type="t:P">
        <soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="%s"/>
        <wsdl:operation name="Go"><soap:operation soapAction=""/>
        <wsdl:input>%s<soap:body parts="body" use="%s"/></wsdl:input>
        <wsdl:output><soap:body use="%s"/></wsdl:output>
        <wsdl:fault name="Bad"><soap:body use="literal"/></wsdl:fault></wsdl:operation>
        </wsdl:binding>
        """
                .formatted(style, input, use, use);
    }

    private static final String PORT_TYPE =
            """
            <wsdl:portType name="P" msc:usingSession="true">
            <wsdl:operation name="Go" msc:isInitiating="false" msc:isTerminating="true">
            <wsdl:input message="t:In"/>
            <wsdl:output message="t:Out" wsaw:Action="urn:done"/>
            <wsdl:fault name="Bad" message="t:Fault"/></wsdl:operation>
            <wsdl:operation name="Tell"><wsdl:output message="t:Out"/></wsdl:operation>
            </wsdl:portType>
            """;

    @Test
    void actionsAreWrittenOrMadeByThePattern() {
        Metadata metadata = read(PORT_TYPE + binding("document", "literal", ""));
        OperationModel operation = metadata.contracts().getFirst().operations().getFirst();
        assertEquals("http://x/s/P/GoRequest", operation.input().action());
        assertEquals("", operation.input().soapAction());
        assertEquals("urn:done", operation.output().action());
        assertEquals("http://x/s/P/Go/Fault/Bad", operation.faults().getFirst().action());
    }

    @Test
    void sessionsAreRead() {
        ContractModel contract =
                read(PORT_TYPE + binding("document", "literal", "")).contracts().getFirst();
        assertTrue(contract.session());
        assertFalse(contract.operations().getFirst().initiating());
        assertTrue(contract.operations().getFirst().terminating());
    }

    @Test
    void callbacksAndFaultsBoundAsBodiesAreWarnings() {
        Metadata metadata = read(PORT_TYPE + binding("document", "literal", ""));
        assertFalse(metadata.failed());
        assertEquals(
                List.of(
                        "http://test/a.wsdl:28:24: warning: <soap:body>: a fault is bound by"
                                + " soap:fault; taken as if it were so",
                        "http://test/a.wsdl:21:1: warning: <wsdl:operation name=\"Tell\">: a"
                            + " service calling its client (notification, solicit-response) is left"
                            + " out"),
                messages(metadata));
        assertEquals(1, metadata.contracts().getFirst().operations().size());
    }

    @Test
    void headersAreTakenOutOfTheBody() {
        Metadata metadata =
                read(
                        PORT_TYPE
                                + binding(
                                        "document",
                                        "literal",
                                        "<soap:header message='t:In' part='key' use='literal'/>"));
        MessageModel input = metadata.contracts().getFirst().operations().getFirst().input();
        assertEquals("key", input.headers().getFirst().partName());
        assertEquals("Go", input.body().name().localName().toString());
        assertTrue(input.wrapped());
    }

    @Test
    void rpcPartsAreWrapped() {
        Metadata metadata = read(PORT_TYPE + binding("rpc", "literal", ""));
        MessageModel input = metadata.contracts().getFirst().operations().getFirst().input();
        assertEquals("{http://x/s}Go", input.body().name().toString());
        assertTrue(input.wrapped());
    }

    @Test
    void encodedMessagesAreRefusedOnce() {
        Metadata metadata = read(PORT_TYPE + binding("rpc", "encoded", ""));
        assertTrue(metadata.failed());
        assertEquals(
                "http://test/a.wsdl:26:13: error: <soap:body>: messages with use=\"encoded\" (SOAP"
                        + " encoding) are not supported, only literal ones",
                messages(metadata).getFirst());
        assertEquals(1, messages(metadata).stream().filter(m -> m.contains("encoded")).count());
    }

    @Test
    void oneWayOperationsHaveNoOutput() {
        Metadata metadata = Documents.readSchema("<xs:element name='In' type='xs:int'/>");
        OperationModel operation = metadata.contracts().getFirst().operations().getFirst();
        assertNull(operation.output());
        assertEquals("urn:go", operation.input().action());
        assertFalse(operation.input().wrapped());
    }
}
