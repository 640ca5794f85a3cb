package dev.belay.metadata.document;

import java.util.Locale;

/**
 * A problem in a document. Immutable.
 *
 * @param severity whether it stops the work
 * @param place where it is
 * @param construct the element that is meant, for example {@code <xs:element name="a">}
 * @param message what is wrong: lower case, no final period
 */
public record Diagnostic(Severity severity, Place place, String construct, String message) {
    /** {@code file:line:column: severity: construct: message}, the form that editors understand. */
    @Override
    public String toString() {
        String start = place + ": " + severity.name().toLowerCase(Locale.ROOT) + ": ";
        return construct.isEmpty() ? start + message : start + construct + ": " + message;
    }
}
