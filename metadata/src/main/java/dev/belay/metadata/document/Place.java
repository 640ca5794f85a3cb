package dev.belay.metadata.document;

/**
 * A position in a document, as a person would look it up. Immutable.
 *
 * @param document the document's name as shown to people
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 */
public record Place(String document, int line, int column) {
    @Override
    public String toString() {
        return line == 0 ? document : document + ":" + line + ":" + column;
    }
}
