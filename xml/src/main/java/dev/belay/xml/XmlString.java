package dev.belay.xml;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A string that a program knows in advance: its characters, its UTF-8 octets, its hash and its id
 * in the static dictionary of NBFS, worked out once. Programs hold them in static finals; readers
 * and writers then compare by identity. Immutable, for any number of threads.
 */
public final class XmlString {
    /** The empty string. */
    public static final XmlString EMPTY = plain("", -1);

    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final String text;
    private final byte[] utf8;
    private final int nbfsId;

    // An equal string of the program, found by the first comparison that succeeded. Racy, but every
    // value is right.
    private @Nullable XmlString twin;

    // Racy like the twin.
    private byte nameCheck;
    private byte textCheck;

    private XmlString(String text, byte[] utf8, int nbfsId) {
        this.text = text;
        this.utf8 = utf8;
        this.nbfsId = nbfsId;
    }

    /**
     * The string of these characters. A string of the static dictionary of NBFS is always the same
     * object.
     *
     * @throws IllegalArgumentException if the text holds an unpaired surrogate
     */
    public static XmlString of(String text) {
        if (Objects.requireNonNull(text, "text").isEmpty()) {
            return EMPTY;
        }
        XmlString known = Nbfs.find(text);
        return known != null ? known : plain(text, -1);
    }

    /** A string that is not looked up. */
    static XmlString plain(String text, int nbfsId) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (hasLoneSurrogate(text)) {
            throw new IllegalArgumentException("unpaired surrogate in an XML string");
        }
        return new XmlString(text, utf8, nbfsId);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The UTF-8 octets; shared, never to be changed. */
    byte[] utf8() {
        return utf8;
    }

    /** The number of UTF-8 octets. */
    public int octets() {
        return utf8.length;
    }

    /** Whether this is the empty string. */
    public boolean isEmpty() {
        return utf8.length == 0;
    }

    /** Whether this is a name without colon; worked out when first asked. */
    boolean isNCName() {
        if (nameCheck == UNKNOWN) {
            nameCheck = Utf8.isNCName(utf8, 0, utf8.length) ? YES : NO;
        }
        return nameCheck == YES;
    }

    /** Whether XML allows all the characters; worked out when first asked. */
    boolean isXmlText() {
        if (textCheck == UNKNOWN) {
            textCheck = Utf8.firstNotXml(utf8, 0, utf8.length) < 0 ? YES : NO;
        }
        return textCheck == YES;
    }

    /** The wire id in the static dictionary of NBFS that writers may use, or -1. */
    int nbfsId() {
        return nbfsId;
    }

    /** Whether the octets are those of this string. */
    boolean matches(byte[] bytes, int offset, int length) {
        return length == utf8.length
                && Arrays.equals(utf8, 0, length, bytes, offset, offset + length);
    }

    /** Whether both are equal; remembers a string of the program that equals one of a table. */
    @SuppressWarnings("ReferenceEquality") // identity is the fast way, octets decide
    static boolean same(XmlString ofDocument, XmlString ofProgram) {
        if (ofDocument == ofProgram || ofDocument.twin == ofProgram) {
            return true;
        }
        if (!Arrays.equals(ofDocument.utf8, ofProgram.utf8)) {
            return false;
        }
        ofDocument.twin = ofProgram;
        return true;
    }

    /** Equal if the characters are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof XmlString that && text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The characters. */
    @Override
    public String toString() {
        return text;
    }
}
