package dev.belay.metadata;

import dev.belay.metadata.document.Element;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The vocabulary of WSDL 1.1 and of its SOAP bindings. */
final class Wsdl {
    static final String NAMESPACE = "http://schemas.xmlsoap.org/wsdl/";
    static final String SOAP_11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    static final String SOAP_12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    static final String MIME = "http://schemas.xmlsoap.org/wsdl/mime/";
    static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    static final String MICROSOFT = "http://schemas.microsoft.com/ws/2005/12/wsdl/contract";
    static final String WSA_2004 = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    static final String WSA_1_0 = "http://www.w3.org/2005/08/addressing";
    static final String WSAW = "http://www.w3.org/2006/05/addressing/wsdl";
    static final String WSAM = "http://www.w3.org/2007/05/addressing/metadata";
    static final String WSA_2004_POLICY = "http://schemas.xmlsoap.org/ws/2004/08/addressing/policy";

    private Wsdl() {}

    static boolean is(Element element, String localName) {
        return element.is(NAMESPACE, localName);
    }

    static @Nullable Element child(Element element, String localName) {
        return element.child(NAMESPACE, localName);
    }

    static List<Element> children(Element element, String localName) {
        return element.children(NAMESPACE, localName);
    }

    /** The first child from the SOAP binding vocabulary, of either version. */
    static @Nullable Element soapChild(Element element, String localName) {
        List<Element> all = soapChildren(element, localName);
        return all.isEmpty() ? null : all.getFirst();
    }

    static List<Element> soapChildren(Element element, String localName) {
        List<Element> found = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.is(SOAP_11, localName) || child.is(SOAP_12, localName)) {
                found.add(child);
            }
        }
        return found;
    }

    static String documentation(Element element) {
        Element documentation = child(element, "documentation");
        return documentation == null ? "" : documentation.text().strip();
    }
}
