package dev.belay.soap;

/** The states of a {@link Message}. */
public enum MessageState {
    /** Nothing is in it yet, or it was reset. */
    EMPTY,
    /** Headers may be set; it can be sent. */
    INITIALIZED,
    /** It was received; headers and body may be read. */
    READING,
    /** It is being encoded. */
    WRITING,
    /** It was read to its end, encoded, or abandoned. Headers may still be read. */
    DONE
}
