package dev.belay.soap;

import org.jspecify.annotations.Nullable;

/** The value of the HTTP header {@code SOAPAction}. */
public final class SoapAction {
    private SoapAction() {}

    /** The header's value: the action between quotes, empty quotes for none. */
    public static String format(@Nullable String action) {
        return ContentType.quote(action == null ? "" : action);
    }

    /** The action of a header's value, with or without quotes; null for no header. */
    public static @Nullable String parse(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : text;
    }
}
