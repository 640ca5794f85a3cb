package dev.belay.channel.http;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The action as HTTP carries it: quoted in SOAPAction, a parameter of the media type in SOAP 1.2.
 */
final class HttpAction {
    private HttpAction() {}

    /** The value of the SOAPAction header: always quoted, {@code ""} without an action. */
    static String quoted(@Nullable String action) {
        return action == null ? "\"\"" : '"' + escape(action) + '"';
    }

    /**
     * The action of a SOAPAction header, quoted or (some old peers) not; null without the header.
     */
    static @Nullable String parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        int last = text.length() - 1;
        boolean quoted = last > 0 && text.charAt(0) == '"' && text.charAt(last) == '"';
        return quoted ? text.substring(1, last) : text;
    }

    /**
     * Characters that a URI may not hold, and so cannot end a header or a quoted string, as %xx.
     */
    static String escape(String action) {
        for (int i = 0; i < action.length(); i++) {
            if (!isPlain(action.charAt(i))) {
                return escaped(action);
            }
        }
        return action;
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7f && c != '"' && c != '\\';
    }

    private static String escaped(String action) {
        StringBuilder out = new StringBuilder();
        for (byte octet : action.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (isPlain(c)) {
                out.append(c);
            } else {
                HexFormat.of().withUpperCase().toHexDigits(out.append('%'), octet);
            }
        }
        return out.toString();
    }
}
