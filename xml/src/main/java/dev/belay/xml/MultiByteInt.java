package dev.belay.xml;

/** Integers of 31 bits in groups of seven, lowest first (MC-NBFX 2.1.2, MultiByteInt31). */
final class MultiByteInt {
    private MultiByteInt() {}

    /** The number of octets that a value takes. */
    static int size(int value) {
        return (38 - Integer.numberOfLeadingZeros(value | 1)) / 7;
    }

    /** Writes a value that is not negative in its shortest form. */
    static void write(XmlOutput out, int value) {
        int rest = value;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
