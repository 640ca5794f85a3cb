package dev.belay.testing.shop;

import dev.belay.channel.Binding;
import dev.belay.channel.Encoding;
import dev.belay.soap.AddressingVersion;
import dev.belay.soap.EnvelopeVersion;
import dev.belay.soap.MessageVersion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A way of talking to the shop, under the name that it has in the .NET client too. Immutable. */
public enum ShopBinding {
    /** Sessions over net.tcp in binary XML. */
    NETTCP(Encoding.BINARY_SESSION, EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0),
    /** The same with the contract whose calls begin and end a session. */
    NETTCP_SESSION(Encoding.BINARY_SESSION, EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0),
    /** Sessions over net.tcp in SOAP 1.2 text. */
    TCP_TEXT(Encoding.TEXT_UTF8, EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0),
    /** SOAP 1.1 text over HTTP. */
    BASICHTTP(Encoding.TEXT_UTF8, EnvelopeVersion.SOAP_1_1, AddressingVersion.TRANSPORT),
    /** SOAP 1.2 text with WS-Addressing 1.0 over HTTP. */
    WSHTTP(Encoding.TEXT_UTF8, EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0),
    /** SOAP 1.2 text without addressing over HTTP. */
    HTTP_SOAP12(Encoding.TEXT_UTF8, EnvelopeVersion.SOAP_1_2, AddressingVersion.TRANSPORT),
    /** SOAP 1.1 text with WS-Addressing 1.0 over HTTP. */
    HTTP_SOAP11WSA(Encoding.TEXT_UTF8, EnvelopeVersion.SOAP_1_1, AddressingVersion.WSA_1_0),
    /** SOAP 1.2 text with WS-Addressing 2004/08 over HTTP. */
    HTTP_WSA2004(Encoding.TEXT_UTF8, EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_2004),
    /** Binary XML with WS-Addressing 1.0 over HTTP. */
    HTTP_BINARY(Encoding.BINARY, EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0);

    private final Encoding encoding;
    private final EnvelopeVersion envelope;
    private final AddressingVersion addressing;

    ShopBinding(Encoding encoding, EnvelopeVersion envelope, AddressingVersion addressing) {
        this.encoding = encoding;
        this.envelope = envelope;
        this.addressing = addressing;
    }

    /** The binding with this name. */
    static ShopBinding named(String name) throws UsageException {
        return Stream.of(values())
                .filter(b -> b.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "unknown binding "
                                                + name
                                                + ", there are "
                                                + List.of(values())));
    }

    /** Transport, versions and encoding. */
    Binding binding() {
        return (isSession() ? Binding.netTcp() : Binding.http())
                .withVersion(new MessageVersion(envelope, addressing))
                .withEncoding(encoding);
    }

    /** Whether a client's calls share a channel that the server knows as one. */
    boolean isSession() {
        return name().contains("TCP");
    }

    /** Whether it is for the contract whose calls begin and end a session. */
    boolean isSessionShop() {
        return this == NETTCP_SESSION;
    }

    /** Whether faults have subcodes and reasons in several languages. */
    boolean isSoap12() {
        return envelope == EnvelopeVersion.SOAP_1_2;
    }

    /** An address at which the system chooses the port. */
    public String anyAddress() {
        return binding().scheme() + "://localhost:0/shop";
    }

    /** The name in the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
