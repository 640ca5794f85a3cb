package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlString;

/** The version of WS-Addressing. */
@SuppressWarnings(
        "ImmutableEnumChecker") // XmlName and XmlString are immutable, though not annotated.
public enum AddressingVersion {
    /** None: the transport says what action and address are. */
    TRANSPORT("http://schemas.microsoft.com/ws/2005/05/addressing/none", "", ""),
    /** The submission of August 2004, which WWSAPI calls 0.9. */
    WSA_2004("http://schemas.xmlsoap.org/ws/2004/08/addressing", "/role/anonymous", "/fault"),
    /** WS-Addressing 1.0. */
    WSA_1_0("http://www.w3.org/2005/08/addressing", "/anonymous", "/soap/fault");

    private final XmlString namespace;
    private final XmlString anonymous;
    private final String faultAction;
    final XmlName action;
    final XmlName to;
    final XmlName messageId;
    final XmlName relatesTo;
    final XmlName replyTo;
    final XmlName faultTo;
    final XmlName from;
    final XmlName address;
    final XmlName referenceParameters;
    final XmlName referenceProperties;
    final XmlName metadata;
    final XmlName isReferenceParameter;

    AddressingVersion(String namespace, String anonymous, String faultAction) {
        this.namespace = XmlString.of(namespace);
        this.anonymous = XmlString.of(namespace + anonymous);
        this.faultAction = namespace + faultAction;
        this.action = name("Action");
        this.to = name("To");
        this.messageId = name("MessageID");
        this.relatesTo = name("RelatesTo");
        this.replyTo = name("ReplyTo");
        this.faultTo = name("FaultTo");
        this.from = name("From");
        this.address = name("Address");
        this.referenceParameters = name("ReferenceParameters");
        this.referenceProperties = name("ReferenceProperties");
        this.metadata = name("Metadata");
        this.isReferenceParameter = name("IsReferenceParameter");
    }

    /** The namespace. */
    public XmlString namespace() {
        return namespace;
    }

    /** Whether messages carry addressing headers. */
    public boolean hasHeaders() {
        return this != TRANSPORT;
    }

    /** The address that means the connection's other end. */
    public String anonymous() {
        return anonymous.toString();
    }

    XmlString anonymousString() {
        return anonymous;
    }

    /** The address that means nobody; only 1.0 has one. */
    public String none() {
        return namespace + "/none";
    }

    /** The action of faults of applications and of SOAP. */
    public String soapFaultAction() {
        return faultAction;
    }

    /** The action of faults about addressing itself. */
    public String addressingFaultAction() {
        return namespace + "/fault";
    }

    /** What relates a reply to its request if the header does not say. */
    String replyRelationship() {
        return namespace + "/reply";
    }

    XmlName name(String localName) {
        return XmlName.of(namespace, XmlString.of(localName));
    }
}
