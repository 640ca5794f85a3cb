package dev.belay.channel.framing;

import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * The faults that a receiver may write in place of its next record ([MC-NMF] 2.2.5), and what each
 * means to an initiator.
 */
enum FramingFault {
    ENDPOINT_NOT_FOUND("EndpointNotFound", ErrorCode.ENDPOINT_NOT_FOUND),
    ENDPOINT_UNAVAILABLE("EndpointUnavailable", ErrorCode.ENDPOINT_NOT_AVAILABLE),
    CONNECTION_DISPATCH_FAILED("ConnectionDispatchFailed", ErrorCode.ENDPOINT_NOT_AVAILABLE),
    SERVICE_ACTIVATION_FAILED("ServiceActivationFailed", ErrorCode.ENDPOINT_NOT_AVAILABLE),
    SERVER_TOO_BUSY("ServerTooBusy", ErrorCode.ENDPOINT_TOO_BUSY),
    CONTENT_TYPE_INVALID("ContentTypeInvalid", ErrorCode.INVALID_FORMAT),
    CONTENT_TYPE_TOO_LONG("ContentTypeTooLong", ErrorCode.QUOTA_EXCEEDED),
    VIA_TOO_LONG("ViaTooLong", ErrorCode.QUOTA_EXCEEDED),
    UNSUPPORTED_VERSION("UnsupportedVersion", ErrorCode.INVALID_FORMAT),
    UNSUPPORTED_MODE("UnsupportedMode", ErrorCode.INVALID_FORMAT),
    UPGRADE_INVALID("UpgradeInvalid", ErrorCode.INVALID_FORMAT),
    /** The one name that ends in "Fault" on the wire. */
    MAX_MESSAGE_SIZE_EXCEEDED("MaxMessageSizeExceededFault", ErrorCode.QUOTA_EXCEEDED);

    private static final String BASE = "http://schemas.microsoft.com/ws/2006/05/framing/faults/";

    private final String title;
    private final ErrorCode code;

    FramingFault(String title, ErrorCode code) {
        this.title = title;
        this.code = code;
    }

    /** The fault with this text, or null where the text is none that the specification defines. */
    static @Nullable FramingFault of(String uri) {
        if (uri.startsWith(BASE)) {
            for (FramingFault fault : values()) {
                if (uri.length() == BASE.length() + fault.title.length()
                        && uri.endsWith(fault.title)) {
                    return fault;
                }
            }
        }
        return null;
    }

    /** The text of the fault record. */
    String uri() {
        return BASE + title;
    }

    /** What the initiator that reads this fault reports. */
    ErrorCode code() {
        return code;
    }

    @Override
    public String toString() {
        return title;
    }
}
