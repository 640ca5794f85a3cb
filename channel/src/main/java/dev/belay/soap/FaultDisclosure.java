package dev.belay.soap;

/** How much of an error that the application did not put into words itself the peer is told. */
public enum FaultDisclosure {
    /** A generic sentence. */
    MINIMAL,
    /** The texts of the error and of its causes. */
    FULL
}
