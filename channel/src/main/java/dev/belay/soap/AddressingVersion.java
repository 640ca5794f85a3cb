package dev.belay.soap;

/** Versions of WS-Addressing. */
public enum AddressingVersion {
    /** No addressing headers; the transport addresses. */
    TRANSPORT,
    /** WS-Addressing of August 2004. */
    WSA_2004,
    /** WS-Addressing 1.0. */
    WSA_1_0
}
