package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlString;

/** The version of the SOAP envelope. */
@SuppressWarnings(
        "ImmutableEnumChecker") // XmlName and XmlString are immutable, though not annotated.
public enum EnvelopeVersion {
    /** SOAP 1.1. */
    SOAP_1_1(
            "http://schemas.xmlsoap.org/soap/envelope/",
            "actor",
            "http://schemas.xmlsoap.org/soap/actor/next"),
    /** SOAP 1.2. */
    SOAP_1_2(
            "http://www.w3.org/2003/05/soap-envelope",
            "role",
            "http://www.w3.org/2003/05/soap-envelope/role/next");

    private static final String ULTIMATE_RECEIVER =
            "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver";

    private final XmlString namespace;
    private final String nextRole;
    final XmlName envelope;
    final XmlName header;
    final XmlName body;
    final XmlName fault;
    final XmlName mustUnderstand;
    final XmlName role;
    final XmlName relay;
    final XmlName notUnderstood;
    final XmlName upgrade;
    final XmlName supportedEnvelope;

    EnvelopeVersion(String namespace, String role, String nextRole) {
        this.namespace = XmlString.of(namespace);
        this.nextRole = nextRole;
        this.envelope = name("Envelope");
        this.header = name("Header");
        this.body = name("Body");
        this.fault = name("Fault");
        this.mustUnderstand = name("mustUnderstand");
        this.role = name(role);
        this.relay = name("relay");
        this.notUnderstood = name("NotUnderstood");
        this.upgrade = name("Upgrade");
        this.supportedEnvelope = name("SupportedEnvelope");
    }

    /** The namespace of the envelope. */
    public XmlString namespace() {
        return namespace;
    }

    /** The name of the fault element. */
    public XmlName fault() {
        return fault;
    }

    /** The role that every receiver plays. */
    public String nextRole() {
        return nextRole;
    }

    /**
     * Whether a header with this role, which is empty if it has none, is for the receiver that a
     * service or client is.
     */
    boolean isOurs(String roleUri) {
        return roleUri.isEmpty()
                || roleUri.equals(nextRole)
                || this == SOAP_1_2 && roleUri.equals(ULTIMATE_RECEIVER);
    }

    XmlName name(String localName) {
        return XmlName.of(namespace, XmlString.of(localName));
    }
}
