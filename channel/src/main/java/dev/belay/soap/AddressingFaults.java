package dev.belay.soap;

import dev.belay.xml.XmlName;
import dev.belay.xml.type.XmlTypes;

import java.time.Duration;

/** The faults that WS-Addressing defines, in the words of the version at hand. */
public final class AddressingFaults {
    private AddressingFaults() {}

    /** A header that may come once came several times. */
    public static Fault invalidCardinality(MessageVersion version, XmlName header) {
        return invalid(
                version,
                "InvalidCardinality",
                header,
                "header " + header.localName() + " came more than once");
    }

    /** A header with an address has one that is none. */
    public static Fault invalidAddress(MessageVersion version, XmlName header) {
        return invalid(
                version,
                "InvalidAddress",
                header,
                "header " + header.localName() + " has no valid address");
    }

    /** An endpoint reference has no address. */
    public static Fault missingAddress(MessageVersion version, XmlName header) {
        return invalid(
                version,
                "MissingAddressInEPR",
                header,
                "header " + header.localName() + " has no address");
    }

    /** The action of the envelope differs from the transport's. */
    public static Fault actionMismatch(MessageVersion version) {
        return invalid(
                version,
                "ActionMismatch",
                version.addressing().action,
                "the action of the envelope differs from that of the transport");
    }

    /** Replies are possible on the connection only. */
    public static Fault onlyAnonymousAddressSupported(MessageVersion version, XmlName header) {
        return invalid(
                version,
                "OnlyAnonymousAddressSupported",
                header,
                "header " + header.localName() + " must be the anonymous address");
    }

    private static Fault invalid(
            MessageVersion version, String subSubcode, XmlName header, String reason) {
        AddressingVersion addressing = version.addressing();
        if (addressing != AddressingVersion.WSA_1_0) {
            return Fault.builder(Fault.SENDER, addressing.name("InvalidMessageInformationHeader"))
                    .reason(reason)
                    .build();
        }
        return Fault.builder(
                        Fault.SENDER,
                        addressing.name("InvalidAddressingHeader"),
                        addressing.name(subSubcode))
                .reason(reason)
                .detail(addressing.name("ProblemHeaderQName"), XmlTypes.QNAME, header)
                .build();
    }

    /** A header that is required is missing. */
    public static Fault headerRequired(MessageVersion version, XmlName header) {
        AddressingVersion addressing = version.addressing();
        boolean latest = addressing == AddressingVersion.WSA_1_0;
        String subcode =
                latest ? "MessageAddressingHeaderRequired" : "MessageInformationHeaderRequired";
        Fault.Builder fault =
                Fault.builder(Fault.SENDER, addressing.name(subcode))
                        .reason("header " + header.localName() + " is missing");
        if (latest) {
            fault.detail(addressing.name("ProblemHeaderQName"), XmlTypes.QNAME, header);
        }
        return fault.build();
    }

    /** No endpoint is at the address. */
    public static Fault destinationUnreachable(MessageVersion version, String to) {
        AddressingVersion addressing = version.addressing();
        Fault.Builder fault =
                Fault.builder(Fault.SENDER, addressing.name("DestinationUnreachable"))
                        .reason("there is no endpoint at the address of the message");
        if (addressing == AddressingVersion.WSA_1_0) {
            fault.detail(addressing.name("ProblemIRI"), XmlTypes.ANY_URI, to);
        }
        return fault.build();
    }

    /** The endpoint has no operation with this action. */
    public static Fault actionNotSupported(MessageVersion version, String action) {
        AddressingVersion addressing = version.addressing();
        Fault.Builder fault =
                Fault.builder(Fault.SENDER, addressing.name("ActionNotSupported"))
                        .reason("the action '" + action + "' is not supported");
        if (addressing == AddressingVersion.WSA_2004) {
            fault.detail(addressing.action, XmlTypes.ANY_URI, action);
        } else if (addressing == AddressingVersion.WSA_1_0) {
            fault.detail(
                    addressing.name("ProblemAction"),
                    ProblemAction.TYPE,
                    new ProblemAction(action));
        }
        return fault.build();
    }

    /**
     * The endpoint cannot process the message now; worth trying again after a while, if one is
     * given.
     */
    public static Fault endpointUnavailable(MessageVersion version, Duration retryAfter) {
        AddressingVersion addressing = version.addressing();
        Fault.Builder fault =
                Fault.builder(Fault.RECEIVER, addressing.name("EndpointUnavailable"))
                        .reason("the endpoint cannot process the message now");
        if (addressing.hasHeaders() && !retryAfter.isZero()) {
            fault.detail(addressing.name("RetryAfter"), XmlTypes.LONG, retryAfter.toMillis());
        }
        return fault.build();
    }
}
