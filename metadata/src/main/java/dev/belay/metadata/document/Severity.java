package dev.belay.metadata.document;

/** Whether a problem stops the work. */
public enum Severity {
    /** The result is usable; something was left out, or is expressed more weakly than described. */
    WARNING,
    /** No result can be made. */
    ERROR
}
