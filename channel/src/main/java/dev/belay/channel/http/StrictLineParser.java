package dev.belay.channel.http;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.LazyLineParser;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Start lines and header lines exactly as RFC 9112 writes them: single spaces, names that are
 * tokens, no space before the colon. HttpCore's parser alone skips white space where others see a
 * name.
 */
final class StrictLineParser extends LazyLineParser {
    static final StrictLineParser STRICT = new StrictLineParser();

    @Override
    public RequestLine parseRequestLine(CharArrayBuffer line) throws ParseException {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1, line.length());
        if (!isToken(line, 0, first)
                || second <= first + 1
                || line.indexOf(' ', second + 1, line.length()) >= 0
                || !isVersion(line, second + 1, line.length())
                || !isVisible(line, first + 1, second)) {
            throw new ParseException("request line is not 'method target HTTP/1.x'");
        }
        return super.parseRequestLine(line);
    }

    @Override
    public StatusLine parseStatusLine(CharArrayBuffer line) throws ParseException {
        // HTTP-version SP 3DIGIT, then SP and a reason that may be missing.
        if (line.length() < 12
                || !isVersion(line, 0, 8)
                || line.charAt(8) != ' '
                || !isDigit(line.charAt(9))
                || (line.length() > 12 && line.charAt(12) != ' ')) {
            throw new ParseException("status line is not 'HTTP/1.x status reason'");
        }
        return super.parseStatusLine(line);
    }

    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        int colon = line.indexOf(':');
        if (!isToken(line, 0, colon)) {
            throw new ParseException("header name is not a token");
        }
        return super.parseHeader(line);
    }

    private static boolean isVersion(CharArrayBuffer line, int from, int to) {
        return to - from == 8
                && line.charAt(from) == 'H'
                && line.charAt(from + 1) == 'T'
                && line.charAt(from + 2) == 'T'
                && line.charAt(from + 3) == 'P'
                && line.charAt(from + 4) == '/'
                && isDigit(line.charAt(from + 5))
                && line.charAt(from + 6) == '.'
                && isDigit(line.charAt(from + 7));
    }

    private static boolean isVisible(CharArrayBuffer line, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isToken(CharArrayBuffer line, int from, int to) {
        if (to <= from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isTokenCharacter(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isTokenCharacter(char c) {
        return isDigit(c)
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
