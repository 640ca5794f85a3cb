package dev.belay.channel.http;

import dev.belay.error.ErrorCode;

import java.util.List;
import java.util.Locale;

/**
 * Status codes: the phrase that we write, and the error that a client makes of one without SOAP.
 */
final class HttpStatus {
    private HttpStatus() {}

    static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 202 -> "Accepted";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 417 -> "Expectation Failed";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "Status";
        };
    }

    /**
     * Whether a body in SOAP is read: replies, and faults under the codes that stacks use for them.
     */
    static boolean mayCarryEnvelope(int status) {
        return status == 200 || status == 202 || status == 400 || status == 500;
    }

    /** Whether a response without a body completes a one-way request. */
    static boolean acceptsOneWay(int status) {
        return status == 200 || status == 202 || status == 204;
    }

    static ErrorCode toError(int status, List<String> challenges) {
        return switch (status) {
            case 400, 415 -> ErrorCode.INVALID_FORMAT;
            case 401 -> required(challenges, Party.SERVER);
            case 403 -> ErrorCode.ENDPOINT_ACCESS_DENIED;
            case 404 -> ErrorCode.ENDPOINT_NOT_FOUND;
            case 405 -> ErrorCode.NOT_SUPPORTED;
            case 407 -> required(challenges, Party.PROXY);
            case 410 -> ErrorCode.ENDPOINT_NOT_AVAILABLE;
            case 413 -> ErrorCode.QUOTA_EXCEEDED;
            case 503 -> ErrorCode.ENDPOINT_TOO_BUSY;
            default -> ErrorCode.ENDPOINT_FAILURE;
        };
    }

    private enum Party {
        SERVER,
        PROXY
    }

    private static ErrorCode required(List<String> challenges, Party party) {
        boolean server = party == Party.SERVER;
        if (offers(challenges, "negotiate")) {
            return server
                    ? ErrorCode.SERVER_REQUIRES_NEGOTIATE_AUTH
                    : ErrorCode.PROXY_REQUIRES_NEGOTIATE_AUTH;
        }
        if (offers(challenges, "ntlm")) {
            return server
                    ? ErrorCode.SERVER_REQUIRES_NTLM_AUTH
                    : ErrorCode.PROXY_REQUIRES_NTLM_AUTH;
        }
        if (offers(challenges, "digest")) {
            return server
                    ? ErrorCode.SERVER_REQUIRES_DIGEST_AUTH
                    : ErrorCode.PROXY_REQUIRES_DIGEST_AUTH;
        }
        if (offers(challenges, "basic")) {
            return server
                    ? ErrorCode.SERVER_REQUIRES_BASIC_AUTH
                    : ErrorCode.PROXY_REQUIRES_BASIC_AUTH;
        }
        return server ? ErrorCode.ENDPOINT_ACCESS_DENIED : ErrorCode.PROXY_ACCESS_DENIED;
    }

    /** Challenges come one in a header or several in one, after a comma. */
    private static boolean offers(List<String> challenges, String scheme) {
        for (String challenge : challenges) {
            String text = withoutQuoted(challenge).toLowerCase(Locale.ROOT);
            for (int at = text.indexOf(scheme); at >= 0; at = text.indexOf(scheme, at + 1)) {
                int end = at + scheme.length();
                if (beginsItem(text, at)
                        && (end == text.length()
                                || text.charAt(end) == ' '
                                || text.charAt(end) == ',')) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String withoutQuoted(String challenge) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < challenge.length(); i++) {
            char c = challenge.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean beginsItem(String text, int at) {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == ',';
    }
}
