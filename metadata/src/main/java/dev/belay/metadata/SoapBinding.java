package dev.belay.metadata;

import dev.belay.metadata.PortModel.Transport;
import dev.belay.metadata.document.Element;
import dev.belay.soap.EnvelopeVersion;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** A {@code wsdl:binding} with SOAP inside. Immutable. */
final class SoapBinding {
    private final WsdlSymbols.Part part;
    private final Element soap;
    private final Map<String, Element> operations = new HashMap<>();

    private SoapBinding(WsdlSymbols.Part part, Element soap) {
        this.part = part;
        this.soap = soap;
        for (Element operation : Wsdl.children(part.element(), "operation")) {
            operations.putIfAbsent(operation.attributeOr("name", ""), operation);
        }
    }

    /** The binding; null if it is not one for SOAP. */
    static @Nullable SoapBinding of(WsdlSymbols.Part part) {
        Element soap = Wsdl.soapChild(part.element(), "binding");
        return soap == null ? null : new SoapBinding(part, soap);
    }

    WsdlSymbols.Part part() {
        return part;
    }

    Element element() {
        return part.element();
    }

    EnvelopeVersion envelope() {
        return soap.namespace().equals(Wsdl.SOAP_11)
                ? EnvelopeVersion.SOAP_1_1
                : EnvelopeVersion.SOAP_1_2;
    }

    Transport transport() {
        return switch (soap.attributeOr("transport", "")) {
            case "http://schemas.xmlsoap.org/soap/http", "" -> Transport.HTTP;
            case "http://www.w3.org/2003/05/soap/bindings/HTTP/" -> Transport.HTTP;
            case "http://schemas.microsoft.com/soap/tcp" -> Transport.TCP;
            case "http://schemas.microsoft.com/soap/named-pipe" -> Transport.NAMED_PIPE;
            case "http://schemas.microsoft.com/soap/udp" -> Transport.UDP;
            default -> Transport.OTHER;
        };
    }

    /** What the binding says about an operation; null if nothing. */
    @Nullable Element operation(String name) {
        return operations.get(name);
    }

    boolean isRpc(String operation) {
        Element bound = operation(operation);
        Element inner = bound == null ? null : Wsdl.soapChild(bound, "operation");
        String style = inner == null ? null : inner.attribute("style");
        return "rpc".equals(style == null ? soap.attribute("style") : style);
    }

    /** The {@code soapAction} of an operation; null if there is none. */
    @Nullable String soapAction(String operation) {
        Element bound = operation(operation);
        Element inner = bound == null ? null : Wsdl.soapChild(bound, "operation");
        return inner == null ? null : inner.attribute("soapAction");
    }

    /** What the binding says about the input or output of an operation; null if nothing. */
    @Nullable Element direction(String operation, String direction) {
        Element bound = operation(operation);
        return bound == null ? null : Wsdl.child(bound, direction);
    }
}
