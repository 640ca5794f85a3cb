package dev.belay.soap;

import java.util.Objects;

/**
 * The versions of envelope and addressing, which combine freely.
 *
 * @param envelope the version of SOAP
 * @param addressing the version of WS-Addressing
 */
public record MessageVersion(EnvelopeVersion envelope, AddressingVersion addressing) {
    /** SOAP 1.1 without addressing headers: what basicHttpBinding speaks. */
    public static final MessageVersion SOAP_1_1 =
            new MessageVersion(EnvelopeVersion.SOAP_1_1, AddressingVersion.TRANSPORT);

    /** SOAP 1.2 without addressing headers. */
    public static final MessageVersion SOAP_1_2 =
            new MessageVersion(EnvelopeVersion.SOAP_1_2, AddressingVersion.TRANSPORT);

    /** SOAP 1.2 with WS-Addressing 1.0: what netTcpBinding and wsHttpBinding speak. */
    public static final MessageVersion SOAP_1_2_WSA_1_0 =
            new MessageVersion(EnvelopeVersion.SOAP_1_2, AddressingVersion.WSA_1_0);

    /** Neither may be null. */
    public MessageVersion {
        Objects.requireNonNull(envelope, "envelope");
        Objects.requireNonNull(addressing, "addressing");
    }
}
