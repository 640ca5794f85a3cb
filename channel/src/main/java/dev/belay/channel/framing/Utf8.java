package dev.belay.channel.framing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict decoding of the strings in records. */
final class Utf8 {
    private Utf8() {}

    static String decode(byte[] octets, String what) throws FramingException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException invalid) {
            throw FramingException.silent(what + " is not UTF-8");
        }
    }
}
