package dev.belay.cancel;

/** What moves an object from one state to another. The columns of every state table. */
public enum Trigger {
    /** An open starts. */
    OPEN,
    /** An accept starts. */
    ACCEPT,
    /** The open or accept that runs succeeded. */
    OPENED,
    /** The open or accept that runs failed. */
    OPEN_FAILED,
    /** Somebody aborts. */
    ABORT,
    /** The object can no longer be used: the transport broke, the peer sent what cannot be read. */
    FAULT,
    /** A close starts. */
    CLOSE,
    /** The close that runs ended, well or not. */
    CLOSED,
    /** Somebody resets. */
    RESET
}
