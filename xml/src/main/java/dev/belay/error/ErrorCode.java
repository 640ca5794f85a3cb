package dev.belay.error;

/**
 * What went wrong, as a closed list: the codes of WWSAPI with the values of its header, and the few
 * system codes that it uses beside its own. Callers decide by code, never by the text of a message.
 */
public enum ErrorCode {
    /** The operation goes on asynchronously. A success. */
    ASYNC(0x003D0000),
    /** No more messages. A success. */
    END(0x003D0001),
    /**
     * Data is not as expected: malformed XML, protocol or schema violated, a header missing or not
     * understood.
     */
    INVALID_FORMAT(0x803D0000),
    /** The object was faulted by an earlier failure, which is the cause. */
    OBJECT_FAULTED(0x803D0001),
    /** A value does not fit into the type that was asked for. */
    NUMERIC_OVERFLOW(0x803D0002),
    /** The call is not allowed in this state. */
    INVALID_OPERATION(0x803D0003),
    /** The operation was pending when its object was aborted. */
    OPERATION_ABORTED(0x803D0004),
    /** The remote endpoint denied access. */
    ENDPOINT_ACCESS_DENIED(0x803D0005),
    /** A configured time-out expired. */
    OPERATION_TIMED_OUT(0x803D0006),
    /** The caller let go of the operation. */
    OPERATION_ABANDONED(0x803D0007),
    /** A limit would be exceeded. */
    QUOTA_EXCEEDED(0x803D0008),
    /** The text does not exist in the language asked for. */
    NO_TRANSLATION_AVAILABLE(0x803D0009),
    /** Well formed, but not verified or not trusted. */
    SECURITY_VERIFICATION_FAILURE(0x803D000A),
    /** The address is in use, or none is left. */
    ADDRESS_IN_USE(0x803D000B),
    /** The address cannot be used on this machine. */
    ADDRESS_NOT_AVAILABLE(0x803D000C),
    /** The host or its listener was not found. */
    ENDPOINT_NOT_FOUND(0x803D000D),
    /** The remote endpoint says that it is out of service. */
    ENDPOINT_NOT_AVAILABLE(0x803D000E),
    /** The remote endpoint could not process the message. */
    ENDPOINT_FAILURE(0x803D000F),
    /** There is no route to the endpoint. */
    ENDPOINT_UNREACHABLE(0x803D0010),
    /** The remote endpoint does not know the action. */
    ENDPOINT_ACTION_NOT_SUPPORTED(0x803D0011),
    /** The remote endpoint is overloaded or temporarily unavailable. */
    ENDPOINT_TOO_BUSY(0x803D0012),
    /** A fault came where another message was expected. */
    ENDPOINT_FAULT_RECEIVED(0x803D0013),
    /** An existing connection was lost or closed by the peer. */
    ENDPOINT_DISCONNECTED(0x803D0014),
    /** The HTTP proxy failed. */
    PROXY_FAILURE(0x803D0015),
    /** The HTTP proxy denied access. */
    PROXY_ACCESS_DENIED(0x803D0016),
    /** Not supported on this platform. */
    NOT_SUPPORTED(0x803D0017),
    /** The HTTP proxy wants basic authentication. */
    PROXY_REQUIRES_BASIC_AUTH(0x803D0018),
    /** The HTTP proxy wants digest authentication. */
    PROXY_REQUIRES_DIGEST_AUTH(0x803D0019),
    /** The HTTP proxy wants NTLM authentication. */
    PROXY_REQUIRES_NTLM_AUTH(0x803D001A),
    /** The HTTP proxy wants negotiate authentication. */
    PROXY_REQUIRES_NEGOTIATE_AUTH(0x803D001B),
    /** The endpoint wants basic authentication. */
    SERVER_REQUIRES_BASIC_AUTH(0x803D001C),
    /** The endpoint wants digest authentication. */
    SERVER_REQUIRES_DIGEST_AUTH(0x803D001D),
    /** The endpoint wants NTLM authentication. */
    SERVER_REQUIRES_NTLM_AUTH(0x803D001E),
    /** The endpoint wants negotiate authentication. */
    SERVER_REQUIRES_NEGOTIATE_AUTH(0x803D001F),
    /** The URL cannot be used for the operation. */
    INVALID_ENDPOINT_URL(0x803D0020),
    /** An error of the platform that no other code names. */
    OTHER(0x803D0021),
    /** The security token has expired. */
    SECURITY_TOKEN_EXPIRED(0x803D0022),
    /** The security component failed. */
    SECURITY_SYSTEM_FAILURE(0x803D0023),
    /** An argument is wrong. */
    INVALID_ARGUMENT(0x80070057),
    /** Memory is exhausted. */
    OUT_OF_MEMORY(0x8007000E),
    /** An optional thing is absent, not equal or not consumed. A success. */
    FALSE(0x00000001),
    /** The certificate is outside its validity period. */
    CERTIFICATE_EXPIRED(0x800B0101),
    /** The certificate's root is not trusted. */
    CERTIFICATE_UNTRUSTED_ROOT(0x800B0109),
    /** The certificate's name does not match. */
    CERTIFICATE_NAME_MISMATCH(0x800B010F),
    /** The certificate does not allow this usage. */
    CERTIFICATE_WRONG_USAGE(0x800B0110),
    /** The revocation list cannot be reached. */
    CERTIFICATE_REVOCATION_OFFLINE(0x80092013);

    private final int value;

    ErrorCode(int value) {
        this.value = value;
    }

    /** The numeric value that WWSAPI gives this code, as a 32-bit HRESULT. */
    public int value() {
        return value;
    }

    /** Whether this code reports success: the sign bit of its value is clear. */
    public boolean isSuccess() {
        return value >= 0;
    }
}
