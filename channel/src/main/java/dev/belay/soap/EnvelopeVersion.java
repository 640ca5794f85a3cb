package dev.belay.soap;

/** Versions of the SOAP envelope. */
public enum EnvelopeVersion {
    /** SOAP 1.1. */
    SOAP_1_1,
    /** SOAP 1.2. */
    SOAP_1_2
}
