package dev.belay.xml;

/**
 * The value of an attribute while it is written to binary XML, where it can be one record only. The
 * first piece is written as its own record; if a second one comes, all of them become text. Octets
 * add up and are written at the end.
 */
final class AttributePieces {
    private final XmlOutput text = new XmlOutput();
    private final XmlOutput octets = new XmlOutput();
    private int begin;
    private int count;
    private boolean isOctets;

    /** Begins an attribute whose value will stand at a position. */
    void begin(int position) {
        begin = position;
        count = 0;
        isOctets = false;
        text.reset();
        octets.reset();
    }

    /**
     * Counts a piece that is not octets; if it is not the first, the record of the first is taken
     * back.
     */
    boolean isFirst(XmlOutput out) {
        spillOctets();
        if (count++ > 0) {
            out.truncate(begin);
            return false;
        }
        return true;
    }

    /** The text of all pieces; each adds its own. */
    XmlOutput text() {
        return text;
    }

    /** Adds a text; returns whether it is to be written as a record. */
    boolean addString(String string, XmlOutput out) {
        boolean isFirst = isFirst(out);
        CharacterOutput.append(string, CharacterOutput.octets(string), text);
        return isFirst;
    }

    void addOctets(byte[] bytes, int offset, int length, XmlOutput out) {
        if (count > 0 && !isOctets) {
            out.truncate(begin);
            count++;
        }
        isOctets = true;
        octets.write(bytes, offset, length);
    }

    /** Turns octets before a piece of another kind into text. */
    private void spillOctets() {
        if (isOctets) {
            Base64Text.encode(octets.array(), 0, octets.size(), text);
            octets.reset();
            isOctets = false;
            count++;
        }
    }

    /** Completes the value. */
    void end(BinaryRecords records, XmlOutput out) {
        if (isOctets && count == 0) {
            records.octets(octets.array(), 0, octets.size());
            return;
        }
        spillOctets();
        if (count > 1) {
            records.utf8(text.array(), 0, text.size());
        }
        if (out.size() == begin) {
            records.begin(Records.EMPTY);
            records.end();
        }
    }
}
