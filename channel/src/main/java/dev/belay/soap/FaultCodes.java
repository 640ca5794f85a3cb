package dev.belay.soap;

import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlName;

import java.util.HashMap;
import java.util.Map;

/** What the codes of well-known faults mean. */
final class FaultCodes {
    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String DISPATCHER =
            "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";
    private static final Map<XmlName, ErrorCode> KNOWN = known();

    private FaultCodes() {}

    /** The code of the most specific code that is known, else ENDPOINT_FAULT_RECEIVED. */
    static ErrorCode errorCode(Fault fault) {
        for (XmlName code : fault.codes().reversed()) {
            ErrorCode known = KNOWN.get(code);
            if (known != null) {
                return known;
            }
        }
        return ErrorCode.ENDPOINT_FAULT_RECEIVED;
    }

    private static Map<XmlName, ErrorCode> known() {
        var table = new HashMap<XmlName, ErrorCode>();
        for (AddressingVersion version : AddressingVersion.values()) {
            table.put(version.name("ActionNotSupported"), ErrorCode.ENDPOINT_ACTION_NOT_SUPPORTED);
            table.put(version.name("DestinationUnreachable"), ErrorCode.ENDPOINT_NOT_FOUND);
            table.put(version.name("EndpointUnavailable"), ErrorCode.ENDPOINT_NOT_AVAILABLE);
        }
        table.put(XmlName.of(DISPATCHER, "ServerTooBusy"), ErrorCode.ENDPOINT_TOO_BUSY);
        table.put(XmlName.of(DISPATCHER, "EndpointUnavailable"), ErrorCode.ENDPOINT_NOT_AVAILABLE);
        table.put(XmlName.of(SECURITY, "FailedAuthentication"), ErrorCode.ENDPOINT_ACCESS_DENIED);
        table.put(XmlName.of(SECURITY, "MessageExpired"), ErrorCode.SECURITY_TOKEN_EXPIRED);
        return Map.copyOf(table);
    }
}
