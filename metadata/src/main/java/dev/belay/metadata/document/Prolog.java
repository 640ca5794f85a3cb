package dev.belay.metadata.document;

import java.nio.charset.StandardCharsets;

/**
 * Blanks what people put into descriptions and no reader of messages takes: processing instructions
 * and document type declarations. Nothing of a declaration is looked at, so an entity that it
 * declares is unknown. Line breaks stay, so places stay right.
 */
final class Prolog {
    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] COMMENT_END = ascii("-->");
    private static final byte[] CDATA = ascii("<![CDATA[");
    private static final byte[] CDATA_END = ascii("]]>");
    private static final byte[] INSTRUCTION = ascii("<?");
    private static final byte[] INSTRUCTION_END = ascii("?>");
    private static final byte[] XML = ascii("<?xml ");
    private static final byte[] DOCTYPE = ascii("<!DOCTYPE");

    private final byte[] text;
    private boolean doctype;

    private Prolog(byte[] text) {
        this.text = text;
    }

    private static byte[] ascii(String s) {
        return s.getBytes(StandardCharsets.US_ASCII);
    }

    /** Changes the document in place; says whether there was a document type declaration. */
    static boolean blank(byte[] utf8) {
        Prolog prolog = new Prolog(utf8);
        prolog.run();
        return prolog.doctype;
    }

    private void run() {
        int at = 0;
        while (at < text.length) {
            if (text[at] != '<') {
                at++;
            } else if (is(COMMENT, at)) {
                at = behind(COMMENT_END, at);
            } else if (is(CDATA, at)) {
                at = behind(CDATA_END, at);
            } else if (is(INSTRUCTION, at)) {
                int end = behind(INSTRUCTION_END, at);
                if (!is(XML, at)) {
                    blank(at, end);
                }
                at = end;
            } else if (is(DOCTYPE, at)) {
                int end = behindDoctype(at);
                blank(at, end);
                doctype = true;
                at = end;
            } else {
                at++;
            }
        }
    }

    private boolean is(byte[] word, int at) {
        if (at + word.length > text.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (text[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private int behind(byte[] word, int from) {
        for (int at = from; at < text.length; at++) {
            if (is(word, at)) {
                return at + word.length;
            }
        }
        return text.length;
    }

    private int behindDoctype(int from) {
        boolean subset = false;
        byte quote = 0;
        for (int at = from; at < text.length; at++) {
            byte c = text[at];
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (is(COMMENT, at)) {
                at = behind(COMMENT_END, at) - 1;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == ']') {
                subset = c == '[';
            } else if (c == '>' && !subset) {
                return at + 1;
            }
        }
        return text.length;
    }

    private void blank(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] != '\n' && text[at] != '\r') {
                text[at] = ' ';
            }
        }
    }
}
