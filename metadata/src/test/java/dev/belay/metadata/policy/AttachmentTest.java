package dev.belay.metadata.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.metadata.Documents;
import dev.belay.metadata.Metadata;
import dev.belay.metadata.PortModel;
import dev.belay.metadata.PortModel.Requirement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Wherever a policy hangs, and however, its demands are demands of the port. */
class AttachmentTest {
    /**
     * Where {@code @}name{@code @} stands, attributes go; where {@code #}name{@code #}, children.
     */
    private static final String TEMPLATE =
            """
            <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:t"
              xmlns:t="urn:t" xmlns:wsp="%s" xmlns:x="urn:x" xmlns:xs="http://www.w3.org/2001/XMLSchema"
              xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
              xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
            <wsp:Policy wsu:Id="p"><x:EncryptMe/></wsp:Policy>
            <wsdl:types><xs:schema targetNamespace="urn:t"><xs:element name="E" type="xs:int"/>
            </xs:schema></wsdl:types>
            <wsdl:message name="In" @inMessage@>#inMessage#<wsdl:part name="a" element="t:E"/></wsdl:message>
            <wsdl:message name="Out" @outMessage@>#outMessage#<wsdl:part name="a" element="t:E"/></wsdl:message>
            <wsdl:message name="Bad" @faultMessage@>#faultMessage#<wsdl:part name="a" element="t:E"/></wsdl:message>
            <wsdl:message name="Head" @headerMessage@>#headerMessage#<wsdl:part name="h" element="t:E"/></wsdl:message>
            <wsdl:portType name="P" @portType@>#portType#<wsdl:operation name="Go" @operation@>#operation#
            <wsdl:input message="t:In" @input@>#input#</wsdl:input>
            <wsdl:output message="t:Out" @output@>#output#</wsdl:output>
            <wsdl:fault name="Bad" message="t:Bad" @fault@>#fault#</wsdl:fault></wsdl:operation></wsdl:portType>
            <wsdl:binding name="B" type="t:P" @binding@>#binding#
            <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
            <wsdl:operation name="Go" @boundOperation@>#boundOperation#<soap:operation soapAction="urn:go"/>
            <wsdl:input @boundInput@>#boundInput#<soap:header message="t:Head" part="h" use="literal"/>
            <soap:body use="literal"/></wsdl:input>
            <wsdl:output @boundOutput@>#boundOutput#<soap:body use="literal"/></wsdl:output>
            <wsdl:fault name="Bad" @boundFault@>#boundFault#<soap:fault name="Bad" use="literal"/></wsdl:fault>
            </wsdl:operation></wsdl:binding>
            <wsdl:service name="S" @service@>#service#<wsdl:port name="Q" binding="t:B" @port@>#port#
            <soap:address location="http://h/"/></wsdl:port></wsdl:service>
            </wsdl:definitions>
            """;

    private static final List<String> SUBJECTS =
            List.of(
                    "service",
                    "port",
                    "binding",
                    "boundOperation",
                    "boundInput",
                    "boundOutput",
                    "boundFault",
                    "portType",
                    "operation",
                    "input",
                    "output",
                    "fault",
                    "inMessage",
                    "outMessage",
                    "faultMessage",
                    "headerMessage");

    private static final String FIRST = PolicyReader.NAMESPACES.getFirst();

    private static final String REFERENCE = "<wsp:PolicyReference URI='#p'/>";
    private static final String INLINE = "<wsp:Policy><x:EncryptMe/></wsp:Policy>";
    private static final String NESTED =
            "<wsp:Policy><wsp:ExactlyOne><wsp:All><wsp:PolicyReference URI='#p'/></wsp:All>"
                    + "</wsp:ExactlyOne></wsp:Policy>";
    private static final String URIS = "wsp:PolicyURIs='#p'";

    static List<Arguments> attachments() {
        List<Arguments> attachments = new ArrayList<>();
        for (String namespace : PolicyReader.NAMESPACES) {
            for (String subject : SUBJECTS) {
                for (String form : List.of(REFERENCE, INLINE, NESTED, URIS)) {
                    attachments.add(Arguments.of(subject, form, namespace));
                }
            }
        }
        return attachments;
    }

    private static Metadata read(String namespace, String subject, String form) {
        boolean attribute = form.equals(URIS);
        return read(
                wsdl(
                        namespace,
                        one -> one.equals(subject) && attribute ? form : "",
                        one -> one.equals(subject) && !attribute ? form : ""));
    }

    private static Metadata read(String wsdl) {
        return new Documents().add("a.wsdl", wsdl).read("a.wsdl");
    }

    private static String wsdl(
            String namespace, UnaryOperator<String> attributes, UnaryOperator<String> children) {
        String wsdl = TEMPLATE.replace("%s", namespace);
        for (String subject : SUBJECTS) {
            wsdl = wsdl.replace("@" + subject + "@", attributes.apply(subject));
            wsdl = wsdl.replace("#" + subject + "#", children.apply(subject));
        }
        return wsdl;
    }

    @ParameterizedTest
    @MethodSource("attachments")
    void policyIsFoundWhereverItHangs(String subject, String form, String namespace) {
        Metadata metadata = read(namespace, subject, form);
        assertFalse(metadata.failed(), () -> Documents.messages(metadata).toString());
        PortModel port = metadata.services().getFirst().ports().getFirst();
        List<Requirement> unsupported = port.unsupported();
        assertEquals(1, unsupported.size(), subject);
        assertEquals("{urn:x}EncryptMe", unsupported.getFirst().name().toString());
        assertEquals(
                List.of(
                        unsupported.getFirst().place()
                                + ": warning: <EncryptMe>: not supported, so opening port Q at "
                                + port.place()
                                + " will fail"),
                Documents.messages(metadata));
    }

    @Test
    void withoutAnyPolicyNothingIsDemanded() {
        Metadata metadata = read(FIRST, "none", REFERENCE);
        assertEquals(List.of(), Documents.messages(metadata));
    }

    @Test
    void demandsOfAPortTypeHoldWithoutAnyPort() {
        Metadata metadata = read(withoutService("operation", REFERENCE));
        assertEquals(
                List.of(
                        "http://test/a.wsdl:5:24: warning: <EncryptMe>: not supported, so opening"
                                + " contract P will fail"),
                Documents.messages(metadata));
        assertEquals(1, metadata.contracts().getFirst().unsupported().size());
    }

    @Test
    void demandsOfABindingHoldWithoutAnyPort() {
        Metadata metadata = read(withoutService("boundFault", INLINE));
        assertEquals(1, metadata.contracts().getFirst().unsupported().size());
    }

    private static String withoutService(String subject, String form) {
        String wsdl = wsdl(FIRST, one -> "", one -> one.equals(subject) ? form : "");
        return wsdl.substring(0, wsdl.indexOf("<wsdl:service")) + "</wsdl:definitions>";
    }

    @Test
    void samePolicyOnManyMessagesDoesNotMultiply() {
        assertEquals(16, SUBJECTS.size(), "two to this power are too many alternatives");
        String wsdl =
                wsdl(FIRST, one -> "", one -> REFERENCE)
                        .replace("<x:EncryptMe/>", "<x:EncryptMe wsp:Optional='true'/>");
        assertEquals(List.of(), Documents.messages(read(wsdl)));
    }

    @Test
    void attachingFromOutsideIsRefused() {
        Metadata metadata =
                read(
                        wsdl(FIRST, one -> "", one -> "")
                                .replace("<wsdl:types>", "<wsp:PolicyAttachment/>\n<wsdl:types>"));
        assertTrue(metadata.failed());
        assertEquals(
                List.of(
                        "http://test/a.wsdl:6:1: error: <wsp:PolicyAttachment>: not supported:"
                                + " attach the policy to what it is for, there"),
                Documents.messages(metadata));
    }
}
