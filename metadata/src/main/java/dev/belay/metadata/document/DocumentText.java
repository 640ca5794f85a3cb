package dev.belay.metadata.document;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Brings a document into UTF-8, whatever charset it is written in. */
final class DocumentText {
    private static final int DECLARATION = 200;

    private DocumentText() {}

    /** The document in UTF-8; lines and columns stay as they are. */
    static byte[] utf8(byte[] document) throws IOException {
        Charset charset = byteOrderMark(document);
        if (charset == null) {
            charset = declared(document);
        }
        return charset.equals(StandardCharsets.UTF_8)
                ? document.clone()
                : recode(document, charset);
    }

    private static @Nullable Charset byteOrderMark(byte[] document) {
        if (document.length >= 2) {
            int mark = (document[0] & 0xFF) << 8 | document[1] & 0xFF;
            if (mark == 0xFEFF || mark == 0x003C) {
                return StandardCharsets.UTF_16BE;
            }
            if (mark == 0xFFFE || mark == 0x3C00) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return null;
    }

    private static Charset declared(byte[] document) throws IOException {
        int length = Math.min(document.length, DECLARATION);
        String start = new String(document, 0, length, StandardCharsets.ISO_8859_1);
        int end = start.indexOf("?>");
        int encoding = start.indexOf("encoding");
        if (!start.contains("<?xml") || encoding < 0 || encoding > end) {
            return StandardCharsets.UTF_8;
        }
        String[] quoted = start.substring(encoding, end).split("[\"']", 3);
        String name = quoted.length == 3 ? quoted[1] : "UTF-8";
        try {
            return Charset.forName(name);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw new IOException("its charset " + name + " is unknown", e);
        }
    }

    private static byte[] recode(byte[] document, Charset charset) throws IOException {
        try {
            StringBuilder text =
                    new StringBuilder(charset.newDecoder().decode(ByteBuffer.wrap(document)));
            if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
                text.deleteCharAt(0);
            }
            int end = text.indexOf("?>");
            if (text.indexOf("<?xml") == 0 && end > 0) {
                // The declaration is no longer true; blanks keep the columns.
                text.replace(0, end + 2, " ".repeat(end + 2));
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IOException("is not written in its charset " + charset.name(), e);
        }
    }
}
