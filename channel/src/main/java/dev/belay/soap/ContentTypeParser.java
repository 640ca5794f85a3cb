package dev.belay.soap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one Content-Type value. */
final class ContentTypeParser {
    private static final String SEPARATORS = "()<>@,;:\\\"/[]?={} \t";

    private final String text;
    private int at;

    ContentTypeParser(String text) {
        this.text = text;
    }

    static boolean isToken(char c) {
        return c > ' ' && c < 0x7F && SEPARATORS.indexOf(c) < 0;
    }

    ContentType parse() {
        skipSpace();
        String type = token();
        expect('/');
        String mediaType = (type + "/" + token()).toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (skipSpace(); at < text.length(); skipSpace()) {
            expect(';');
            skipSpace();
            if (at < text.length() && text.charAt(at) != ';') {
                parameter(parameters);
            }
        }
        return new ContentType(mediaType, parameters);
    }

    private void parameter(Map<String, String> into) {
        String name = token().toLowerCase(Locale.ROOT);
        skipSpace();
        expect('=');
        skipSpace();
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
        if (into.putIfAbsent(name, value) != null) {
            throw malformed("parameter " + name + " comes twice");
        }
    }

    private String token() {
        int begin = at;
        while (at < text.length() && isToken(text.charAt(at))) {
            at++;
        }
        if (begin == at) {
            throw malformed("token expected");
        }
        return text.substring(begin, at);
    }

    /** A value without quotes; URIs are sent this way too, though they are no tokens. */
    private String bare() {
        int begin = at;
        while (at < text.length() && text.charAt(at) != ';' && text.charAt(at) != '"') {
            at++;
        }
        String value = text.substring(begin, at).strip();
        if (value.isEmpty()) {
            throw malformed("value expected");
        }
        return value;
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at);
            }
            value.append(c);
        }
        throw malformed("quote without end");
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char c) {
        if (at == text.length() || text.charAt(at) != c) {
            throw malformed("'" + c + "' expected");
        }
        at++;
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("malformed content type: " + what + " at " + at);
    }
}
