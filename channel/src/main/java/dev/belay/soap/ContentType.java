package dev.belay.soap;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A media type with parameters (RFC 9110). Type and parameter names are in lower case; values are
 * as they came, without quotes. Immutable.
 *
 * @param mediaType type and subtype, such as {@code text/xml}
 * @param parameters the parameters in order
 */
public record ContentType(String mediaType, Map<String, String> parameters) {
    /** Keeps the parameters in order. */
    public ContentType {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads the value of a Content-Type header.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    public static ContentType parse(String text) {
        return new ContentTypeParser(text).parse();
    }

    /** The value of a parameter, or null. */
    public @Nullable String parameter(String name) {
        return parameters.get(name.toLowerCase(Locale.ROOT));
    }

    /** The charset in lower case, or null. */
    public @Nullable String charset() {
        String charset = parameters.get("charset");
        return charset == null ? null : charset.toLowerCase(Locale.ROOT);
    }

    /** The action of SOAP 1.2, or null. */
    public @Nullable String action() {
        return parameters.get("action");
    }

    /** The header's value, with quotes where they are needed. */
    @Override
    public String toString() {
        var text = new StringBuilder(mediaType);
        parameters.forEach(
                (name, value) ->
                        text.append("; ").append(name).append('=').append(quotedIfNeeded(value)));
        return text.toString();
    }

    private static String quotedIfNeeded(String value) {
        boolean token = !value.isEmpty();
        for (int i = 0; i < value.length(); i++) {
            token &= ContentTypeParser.isToken(value.charAt(i));
        }
        return token ? value : quote(value);
    }

    /** The value between quotes, as {@code SOAPAction} and parameters have it. */
    static String quote(String value) {
        var text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7F) {
                throw new IllegalArgumentException("control character in a header value");
            }
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        return text.append('"').toString();
    }
}
