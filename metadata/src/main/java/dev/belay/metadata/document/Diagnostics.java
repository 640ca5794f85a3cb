package dev.belay.metadata.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects problems, so that one run shows all of them. The same problem at the same place is kept
 * once. For one thread at a time.
 */
public final class Diagnostics {
    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private boolean failed;

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
        failed |= diagnostic.severity() == Severity.ERROR;
    }

    public void error(Element at, String message) {
        error(at.place(), at.describe(), message);
    }

    public void error(Place at, String construct, String message) {
        add(new Diagnostic(Severity.ERROR, at, construct, message));
    }

    public void warning(Element at, String message) {
        add(new Diagnostic(Severity.WARNING, at.place(), at.describe(), message));
    }

    public void warning(Place at, String construct, String message) {
        add(new Diagnostic(Severity.WARNING, at, construct, message));
    }

    /** Whether an error is among them. */
    public boolean failed() {
        return failed;
    }

    /** All problems, in the order in which they were found. */
    public List<Diagnostic> all() {
        return List.copyOf(new ArrayList<>(found));
    }
}
