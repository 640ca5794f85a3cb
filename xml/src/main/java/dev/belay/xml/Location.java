package dev.belay.xml;

/**
 * A place in a document.
 *
 * @param offset the byte offset from the document's first byte
 * @param line the line from 1 on, or -1 in encodings without lines
 * @param column the column from 1 on, in characters, or -1
 * @param path the names of the open elements from the root on, such as {@code
 *     s:Envelope/s:Body/Add}; empty outside the root
 */
public record Location(long offset, int line, int column, String path) {
    /** The place in words, for messages. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        if (line >= 0) {
            text.append("line ").append(line).append(", column ").append(column).append(", ");
        }
        text.append("byte ").append(offset);
        if (!path.isEmpty()) {
            text.append(" in ").append(path);
        }
        return text.toString();
    }
}
