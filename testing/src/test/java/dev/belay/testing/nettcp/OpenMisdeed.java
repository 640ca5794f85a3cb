package dev.belay.testing.nettcp;

import dev.belay.error.ErrorCode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a server may do in place of acknowledging a preamble, and how the open of the client ends.
 */
enum OpenMisdeed {
    END_IN_PLACE_OF_ACK("", Ending.FIN, ErrorCode.ENDPOINT_DISCONNECTED, "refused the session"),
    RESET_IN_PLACE_OF_ACK("", Ending.RST, ErrorCode.ENDPOINT_DISCONNECTED, ""),
    UPGRADE_RESPONSE_WITHOUT_REQUEST(
            "0a", Ending.READ, ErrorCode.INVALID_FORMAT, "upgrade response"),
    HTTP_TEXT(
            text("HTTP/1.1 400 Bad Request\r\n\r\n"),
            Ending.READ,
            ErrorCode.INVALID_FORMAT,
            "HTTP"),
    TLS_ALERT("15030300020246", Ending.READ, ErrorCode.INVALID_FORMAT, "TLS"),
    UNKNOWN_RECORD("0d", Ending.READ, ErrorCode.INVALID_FORMAT, "0x0d"),
    ENVELOPE_BEFORE_ACK("060100", Ending.READ, ErrorCode.INVALID_FORMAT, "sized envelope"),
    FAULT_ENDPOINT_NOT_FOUND("EndpointNotFound", ErrorCode.ENDPOINT_NOT_FOUND),
    FAULT_ENDPOINT_UNAVAILABLE("EndpointUnavailable", ErrorCode.ENDPOINT_NOT_AVAILABLE),
    FAULT_DISPATCH_FAILED("ConnectionDispatchFailed", ErrorCode.ENDPOINT_NOT_AVAILABLE),
    FAULT_ACTIVATION_FAILED("ServiceActivationFailed", ErrorCode.ENDPOINT_NOT_AVAILABLE),
    FAULT_TOO_BUSY("ServerTooBusy", ErrorCode.ENDPOINT_TOO_BUSY),
    FAULT_CONTENT_TYPE("ContentTypeInvalid", ErrorCode.INVALID_FORMAT),
    FAULT_UPGRADE("UpgradeInvalid", ErrorCode.INVALID_FORMAT),
    FAULT_VERSION("UnsupportedVersion", ErrorCode.INVALID_FORMAT),
    FAULT_UNKNOWN(fault("urn:my-fault"), Ending.READ, ErrorCode.INVALID_FORMAT, "urn:my-fault"),
    FAULT_NOT_UTF_8("0802c328", Ending.READ, ErrorCode.INVALID_FORMAT, "UTF-8"),
    FAULT_TOO_LONG("088102" + "61".repeat(257), Ending.READ, ErrorCode.INVALID_FORMAT, "257");

    /** What the server does after its answer. */
    enum Ending {
        FIN,
        RST,
        READ
    }

    final String answer;
    final Ending ending;
    final ErrorCode code;

    /** A part of the message of the client's error. */
    final String said;

    OpenMisdeed(String answer, Ending ending, ErrorCode code, String said) {
        this.answer = answer;
        this.ending = ending;
        this.code = code;
        this.said = said;
    }

    OpenMisdeed(String fault, ErrorCode code) {
        this(
                fault("http://schemas.microsoft.com/ws/2006/05/framing/faults/" + fault),
                Ending.READ,
                code,
                fault);
    }

    static String fault(String text) {
        return "08" + HexFormat.of().toHexDigits((byte) text.length()) + text(text);
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
